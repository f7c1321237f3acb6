#include "ui/window/manual_page.h"

#include "core/photo/formats/format_names.h"
#include "resources/resources.h"

#include <QFile>
#include <QStringList>

namespace autochrome {

namespace {

QString unescaped(QString text)
{
    text.replace(QLatin1String("\\|"), QString());
    text.replace(QLatin1String("\\-"), QLatin1String("-"));
    text.replace(QLatin1String("\\e"), QLatin1String("\\"));
    return text;
}

/// Text with \fB, \fI and \fR in it.
QString toHtml(const QString& text)
{
    QString html;
    QString close;
    const QStringList parts = text.split(QLatin1String("\\f"));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        QString part = parts[i];
        if (i > 0) {
            html += close;
            const QChar font = part.isEmpty() ? u'R' : part.front();
            part.remove(0, 1);
            const char* tag = font == u'B' ? "b" : font == u'I' ? "i" : nullptr;
            close = tag ? QStringLiteral("</%1>").arg(QLatin1String(tag)) : QString();
            if (tag)
                html += QStringLiteral("<%1>").arg(QLatin1String(tag));
        }
        html += unescaped(part).toHtmlEscaped();
    }
    return html + close;
}

/// The arguments of a request; one in quotes keeps its spaces.
QStringList argumentsOf(const QString& line)
{
    QStringList arguments;
    QString word;
    bool quoted = false;
    bool any = false;
    for (const QChar character : line) {
        if (character == u'"') {
            quoted = !quoted;
            any = true;
        } else if (character == u' ' && !quoted) {
            if (any)
                arguments << word;
            word.clear();
            any = false;
        } else {
            word += character;
            any = true;
        }
    }
    if (any)
        arguments << word;
    return arguments;
}

/// ".BR a b c" is a in bold, b in roman, c in bold; ".B a b" all in bold.
QString inFonts(const QString& request, const QStringList& arguments)
{
    QString html;
    const bool alternates = request.size() == 2;
    const QStringList parts = alternates ? arguments : QStringList{arguments.join(u' ')};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QChar font = request[i % request.size()];
        const QString text = toHtml(parts[i]);
        html += font == u'B'   ? QStringLiteral("<b>%1</b>").arg(text)
                : font == u'I' ? QStringLiteral("<i>%1</i>").arg(text)
                               : text;
    }
    return html;
}

QString tableRow(const QString& line)
{
    QString cells;
    for (const QString& cell : line.split(u'|'))
        cells += QStringLiteral("<td>%1&nbsp;&nbsp;&nbsp;</td>").arg(toHtml(cell));
    return QStringLiteral("<tr>%1</tr>").arg(cells);
}

/// Turns a page into HTML line by line.
class Writer
{
public:
    void read(const QString& line)
    {
        if (line == QLatin1String(".TE")) {
            html_ += QStringLiteral("</table>");
            inTable_ = false;
        } else if (inTable_) {
            // The rows come after the format, which ends with a full stop.
            if (!inRows_)
                inRows_ = line.endsWith(u'.');
            else
                html_ += tableRow(line);
        } else if (line.startsWith(QLatin1String(".TS"))) {
            endParagraph();
            html_ += QStringLiteral("<table cellspacing=\"4\">");
            inTable_ = true;
            inRows_ = false;
        } else if (line.startsWith(u'.')) {
            request(line.mid(1).section(u' ', 0, 0), argumentsOf(line.section(u' ', 1)));
        } else if (!line.startsWith(QLatin1String("'\\\""))) {
            add(toHtml(line));
        }
    }

    QString finish()
    {
        endParagraph();
        return html_;
    }

private:
    void request(const QString& name, const QStringList& arguments)
    {
        if (name == QLatin1String("TH"))
            return;
        if (name == QLatin1String("SH")) {
            endParagraph();
            QString title = arguments.join(u' ').toLower();
            title[0] = title[0].toUpper();
            html_ += QStringLiteral("<h3>%1</h3>").arg(toHtml(title));
        } else if (name == QLatin1String("PP")) {
            endParagraph();
        } else if (name == QLatin1String("TP")) {
            endParagraph();
            nextIsTerm_ = true;
        } else {
            add(inFonts(name, arguments));
        }
    }

    void add(const QString& text)
    {
        if (nextIsTerm_) {
            html_ += QStringLiteral("<p style=\"margin-bottom:0\">%1</p>").arg(text);
            nextIsTerm_ = false;
            indented_ = true;
            return;
        }
        if (!paragraph_.isEmpty())
            paragraph_ += u' ';
        paragraph_ += text;
    }

    void endParagraph()
    {
        if (!paragraph_.isEmpty())
            html_ +=
                (indented_ ? QStringLiteral("<p style=\"margin-left:24px; margin-top:2px\">%1</p>")
                           : QStringLiteral("<p>%1</p>"))
                    .arg(paragraph_);
        paragraph_.clear();
        indented_ = false;
    }

    QString html_;
    QString paragraph_;
    bool nextIsTerm_ = false;
    bool indented_ = false;
    bool inTable_ = false;
    bool inRows_ = false;
};

} // namespace

QString manualPage(const QString& language)
{
    initAutochromeResources();
    QFile translated(QStringLiteral(":/manual/autochrome.%1.1").arg(language));
    QFile english(QStringLiteral(":/manual/autochrome.1"));
    QFile& file = translated.exists() ? translated : english;
    QString page = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    // What is installed has it filled in when it is built: see packaging/options.
    return page.replace(QLatin1String("@formats-read@"),
                        QString::fromStdString(namesOf(Formats::Read)));
}

QString manualHtml(const QString& page)
{
    Writer writer;
    for (const QString& line : page.split(u'\n', Qt::SkipEmptyParts))
        writer.read(line);
    return writer.finish();
}

} // namespace autochrome
