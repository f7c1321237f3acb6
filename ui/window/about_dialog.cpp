#include "ui/window/about_dialog.h"
#include "core/models/model_library.h"

#include "ui/widgets/breaking_label.h"
#include "ui/widgets/form.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace autochrome {

namespace {

struct Library
{
    const char* name;
    const char* licence;
    const char* address;
};

constexpr Library libraries[] = {
    {"Qt", "LGPL-3.0", "https://www.qt.io"},
    {"LibTorch", "BSD-3-Clause", "https://pytorch.org"},
    {"OpenCV", "Apache-2.0", "https://opencv.org"},
    {"Exiv2", "GPL-2.0-or-later", "https://exiv2.org"},
    {"Little CMS", "MIT", "https://www.littlecms.com"},
    {"libjpeg-turbo", "BSD-3-Clause", "https://libjpeg-turbo.org"},
    {"libpng", "libpng-2.0", "http://www.libpng.org/pub/png/libpng.html"},
    {"LibTIFF", "libtiff", "https://libtiff.gitlab.io/libtiff"},
    {"libwebp", "BSD-3-Clause", "https://developers.google.com/speed/webp"},
    {"OpenSSL", "Apache-2.0", "https://www.openssl.org"},
    {"nlohmann/json", "MIT", "https://json.nlohmann.me"},
    {"tl::expected", "CC0-1.0", "https://github.com/TartanLlama/expected"},
};

QString libraryList()
{
    QString rows;
    for (const Library& library : libraries) {
        QString name = QString::fromLatin1(library.name);
        if (name == QLatin1String("Qt"))
            name += QLatin1Char(' ') + QLatin1String(qVersion());
        rows += QStringLiteral("<tr><td><a href=\"%1\">%2</a>&nbsp;&nbsp;</td><td>%3</td></tr>")
                    .arg(QLatin1String(library.address), name, QLatin1String(library.licence));
    }
    return QStringLiteral("<table cellspacing=\"3\">%1</table>").arg(rows);
}

/// What the list of models says about the one in use.
QString modelSummary(const Colorizer& colorizer)
{
    for (const ModelEntry& entry : availableModels()) {
        if (entry.sha256 == colorizer.modelSha256())
            return words(entry.summary);
    }
    return {};
}

QLabel* makeLabel(const QString& text)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setOpenExternalLinks(true);
    // Only links are worth a stop of the Tab key.
    label->setTextInteractionFlags(text.contains(QLatin1String("<a ")) ? Qt::TextBrowserInteraction
                                                                       : Qt::TextSelectableByMouse);
    return label;
}

} // namespace

AboutDialog::AboutDialog(const std::shared_ptr<Colorizer>& colorizer, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Autochrome"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* title = makeLabel(
        QStringLiteral("<span style=\"font-size:x-large; font-weight:600\">Autochrome %1</span>")
            .arg(QApplication::applicationVersion()));
    auto* purpose = makeLabel(tr("Gives old photographs plausible colour, on your own computer. "
                                 "Nothing leaves it, and no original is ever changed."));
    auto* licence = makeLabel(
        tr("Free software under the <a href=\"https://www.gnu.org/licenses/gpl-3.0.html\">GNU "
           "General Public License</a>, version 3 or later (GPL-3.0-or-later). It comes with "
           "absolutely no warranty."));
    auto* texts = new QVBoxLayout;
    texts->addWidget(title);
    texts->addWidget(purpose);
    texts->addWidget(licence);
    auto* head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(new IconLabel(applicationIcon(), 64), 0, Qt::AlignTop);
    head->addLayout(texts, 1);

    auto* model = new Form;
    model->setHorizontalSpacing(16);
    model->setVerticalSpacing(4);
    if (colorizer) {
        model->addRow(tr("Model"),
                      new BreakingLabel(QString::fromStdString(colorizer->modelName())));
        if (const QString summary = modelSummary(*colorizer); !summary.isEmpty())
            model->addRow(tr("About it"), new BreakingLabel(summary));
        model->addRow(tr("Runs on"),
                      new BreakingLabel(QString::fromStdString(colorizer->deviceName())));
    } else {
        model->addRow(tr("Model"), new BreakingLabel(tr("none")));
    }

    auto* list = new QTextBrowser;
    list->setOpenExternalLinks(true);
    list->setHtml(libraryList());
    list->setAccessibleName(tr("Libraries"));
    list->setMinimumHeight(fontMetrics().height() * 4);
    auto* listLabel = new QLabel(tr("Built with"));
    auto* close = new QPushButton(tr("Close"));
    close->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addLayout(model);
    layout->addWidget(listLabel);
    layout->addWidget(list, 1);
    layout->addLayout(buttons);
    const int width = fontMetrics().averageCharWidth() * 84;
    setMinimumSize(width, layout->totalMinimumHeightForWidth(width));
    resize(width, std::min(layout->totalHeightForWidth(width),
                           screen()->availableSize().height() * 9 / 10));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace autochrome
