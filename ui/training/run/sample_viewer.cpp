#include "ui/training/run/sample_viewer.h"

#include "ui/training/run/sample_canvas.h"
#include "ui/training/run/sample_loader.h"
#include "ui/widgets/breaking_label.h"
#include "ui/widgets/icon_theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <algorithm>

namespace autochrome {
namespace {

constexpr int thumbnailSide = 38;
const QString truth = QStringLiteral("truth");
const QString grey = QStringLiteral("grey");

} // namespace

SampleViewer::SampleViewer(QWidget* parent)
    : QWidget(parent),
      loader_(new SampleLoader(this)),
      nothing_(new QLabel(tr("The first pictures appear with the first validation."))),
      content_(new QWidget),
      canvas_(new SampleCanvas),
      photoRow_(new QHBoxLayout),
      photos_(new QButtonGroup(this)),
      slider_(new QSlider(Qt::Horizontal)),
      caption_(new BreakingLabel),
      newest_(new QToolButton),
      keep_(new QToolButton)
{
    build();
    connect(loader_, &SampleLoader::ready, this, &SampleViewer::showPictures);
    connect(slider_, &QSlider::valueChanged, this, &SampleViewer::goTo);
    connect(newest_, &QToolButton::clicked, this, [this] { goTo(int(samples_.steps.size()) - 1); });
    connect(keep_, &QToolButton::toggled, this, &SampleViewer::keepBeside);
    connect(photos_, &QButtonGroup::idClicked, this, &SampleViewer::showPhoto);
    connect(canvas_, &SampleCanvas::dragBegan, this, [this] { dragIndex_ = index_; });
    connect(canvas_, &SampleCanvas::dragged, this, [this](int steps) { goTo(dragIndex_ + steps); });
    connect(canvas_, &SampleCanvas::stepAsked, this, [this](int by) { goTo(index_ + by); });
    connect(canvas_, &SampleCanvas::endAsked, this,
            [this](bool last) { goTo(last ? int(samples_.steps.size()) - 1 : 0); });
    connect(canvas_, &SampleCanvas::photoAsked, this, [this](int by) { showPhoto(photo_ + by); });
    refresh();
}

void SampleViewer::build()
{
    setAccessibleName(tr("Sample photos"));
    nothing_->setWordWrap(true);
    nothing_->setAlignment(Qt::AlignCenter);
    canvas_->setAccessibleName(tr("Sample photo before, now and in its true colours"));
    canvas_->setToolTip(tr("Drag sideways, or use the arrow keys, to go through the validations."));
    photoRow_->setSpacing(2);
    slider_->setAccessibleName(tr("Validation"));
    slider_->setPageStep(5);
    newest_->setText(tr("&Newest"));
    newest_->setToolTip(tr("Show the newest validation, and those to come."));
    newest_->setAutoRaise(true);
    keep_->setText(tr("&Keep beside"));
    keep_->setToolTip(tr("Keep this validation in view and compare others with it."));
    keep_->setCheckable(true);
    keep_->setAutoRaise(true);
    for (QToolButton* button : {newest_, keep_})
        button->setFocusPolicy(Qt::StrongFocus);

    auto* top = new QHBoxLayout;
    top->addLayout(photoRow_);
    top->addStretch();
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    bottom->addWidget(caption_, 1);
    bottom->addWidget(keep_);
    bottom->addWidget(newest_);
    auto* inner = new QVBoxLayout(content_);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(6);
    inner->addLayout(top);
    inner->addWidget(canvas_);
    inner->addWidget(slider_);
    inner->addLayout(bottom);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(nothing_);
    layout->addWidget(content_);
    layout->addStretch();
}

void SampleViewer::setFolder(const QString& folder)
{
    if (folder == folder_)
        return;
    folder_ = folder;
    samples_ = {};
    gains_.clear();
    index_ = -1;
    photo_ = 0;
    follows_ = true;
    kept_.reset();
    makePhotoButtons();
    refresh();
}

void SampleViewer::setSamples(const RunSamples& samples)
{
    const std::optional<qint64> shown = step();
    const bool newPhotos = samples.photos != samples_.photos || samples.stamp != samples_.stamp;
    samples_ = samples;
    const auto has = [&](qint64 step) {
        return std::any_of(samples_.steps.begin(), samples_.steps.end(),
                           [step](const SampleStep& one) { return one.step == step; });
    };
    if (kept_ && !has(*kept_)) // a resumed run lost it
        kept_.reset();
    if (newPhotos) {
        photo_ = std::clamp(photo_, 0, std::max(0, samples_.photos - 1));
        makePhotoButtons();
    }
    // What was chosen stays; if it went (thinned out, or lost by a resumed run), its neighbour.
    const qsizetype last = samples_.steps.size() - 1;
    index_ = int(last);
    if (!follows_ && shown)
        for (index_ = 0; index_ < last && samples_.steps[index_].step < *shown;)
            ++index_;
    refresh();
}

void SampleViewer::setGains(const QMap<qint64, double>& gains)
{
    gains_ = gains;
    refresh();
}

std::optional<qint64> SampleViewer::step() const
{
    return index_ >= 0 ? std::optional<qint64>(samples_.steps[index_].step) : std::nullopt;
}

void SampleViewer::showStep(qint64 step)
{
    int nearest = -1;
    for (int i = 0; i < samples_.steps.size(); ++i)
        if (nearest < 0 ||
            qAbs(samples_.steps[i].step - step) < qAbs(samples_.steps[nearest].step - step))
            nearest = i;
    goTo(nearest);
}

void SampleViewer::goTo(int index)
{
    const int last = int(samples_.steps.size()) - 1;
    if (last < 0)
        return;
    index_ = std::clamp(index, 0, last);
    follows_ = index_ == last;
    refresh();
}

void SampleViewer::showPhoto(int photo)
{
    photo_ = std::clamp(photo, 0, std::max(0, samples_.photos - 1));
    if (QToolButton* button = photoButton(photo_))
        button->setChecked(true);
    refresh();
}

void SampleViewer::keepBeside(bool on)
{
    kept_ = on ? step() : std::nullopt;
    refresh();
}

QToolButton* SampleViewer::photoButton(int photo) const
{
    return qobject_cast<QToolButton*>(photos_->button(photo));
}

void SampleViewer::makePhotoButtons()
{
    for (QAbstractButton* button : photos_->buttons())
        delete button;
    for (int i = 0; i < samples_.photos; ++i) {
        auto* button = new QToolButton;
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setIconSize({thumbnailSide, thumbnailSide});
        button->setIcon(themedIcon("photo"));
        button->setAccessibleName(tr("Photo %1").arg(i + 1));
        button->setToolTip(button->accessibleName());
        button->setChecked(i == photo_);
        photos_->addButton(button, i);
        photoRow_->addWidget(button);
    }
}

QString SampleViewer::pathOf(const QString& of, int photo) const
{
    return QStringLiteral("%1/%2/%3.jpg").arg(folder_, of).arg(photo);
}

QString SampleViewer::stepName(qint64 step) const
{
    return step == 0 ? tr("At the start") : tr("Step %1").arg(QLocale().toString(step));
}

void SampleViewer::refresh()
{
    const bool any = index_ >= 0;
    nothing_->setVisible(!any);
    content_->setVisible(any);
    if (!any)
        return;
    const int last = int(samples_.steps.size()) - 1;
    {
        const QSignalBlocker quiet(slider_);
        slider_->setRange(0, last);
        slider_->setValue(index_);
        const QSignalBlocker quietKeep(keep_);
        keep_->setChecked(kept_.has_value());
    }
    slider_->setEnabled(last > 0);
    keep_->setEnabled(last > 0);
    newest_->setEnabled(!follows_);
    canvas_->setStepCount(last + 1);
    const qint64 step = samples_.steps[index_].step;
    QString text = stepName(step);
    if (const auto gain = gains_.constFind(step); gain != gains_.constEnd())
        text += u' ' + tr("(gain %1 dB)").arg(QLocale().toString(*gain, 'f', 2));
    caption_->setText(text);
    slider_->setAccessibleDescription(text);
    canvas_->setAccessibleDescription(text);
    showPictures();
}

void SampleViewer::showPictures()
{
    if (index_ < 0)
        return;
    loadNeighbours(); // first: the latest wish is the first to come true
    QList<SampleCanvas::Panel> panels;
    const auto add = [&](const QString& caption, const QString& of, qint64 stamp) {
        const QString path = pathOf(of, photo_);
        const QImage picture = loader_->find(path, stamp);
        panels << SampleCanvas::Panel{caption, picture, !loader_->knows(path, stamp)};
    };
    const SampleStep& now = samples_.steps[index_];
    add(tr("Before"), grey, samples_.stamp);
    for (const SampleStep& one : samples_.steps)
        if (kept_ == one.step)
            add(stepName(one.step), QString::number(one.step), one.stamp);
    const bool named = kept_ || index_ + 1 < samples_.steps.size();
    add(named ? stepName(now.step) : tr("Now"), QString::number(now.step), now.stamp);
    add(tr("Truth"), truth, samples_.stamp);
    canvas_->setPanels(panels);
}

void SampleViewer::loadNeighbours()
{
    // The small ones of the row, then what a swipe would want next.
    for (int i = 0; i < samples_.photos; ++i) {
        QToolButton* button = photoButton(i);
        const QImage picture = loader_->find(pathOf(truth, i), samples_.stamp);
        if (button && !picture.isNull() && button->property("stamp") != samples_.stamp) {
            const int side = int(thumbnailSide * devicePixelRatioF());
            QPixmap small = QPixmap::fromImage(
                picture.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation));
            small.setDevicePixelRatio(devicePixelRatioF());
            button->setIcon(small);
            button->setProperty("stamp", samples_.stamp);
        }
    }
    for (const int by : {2, -2, -1, 1})
        if (const int at = index_ + by; at >= 0 && at < samples_.steps.size()) {
            const SampleStep& next = samples_.steps[at];
            (void)loader_->find(pathOf(QString::number(next.step), photo_), next.stamp);
        }
}

} // namespace autochrome
