#include "ui/training/run/trainer_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace autochrome {
namespace {

constexpr const char* notFinitePattern =
    "Training stopped at step %1, batch of photos %2 to %3: its numbers are no longer finite. The "
    "last good state is kept; go on from it with a lower learning rate.";

/// The sentence with a group for each %1.
QRegularExpression shapeOf(const char* pattern)
{
    static const QRegularExpression mark(QStringLiteral("\\\\%(\\d)"));
    QString shape = QRegularExpression::escape(QString::fromUtf8(pattern));
    shape.replace(mark, QStringLiteral("(?<p\\1>.+)"));
    return QRegularExpression(QRegularExpression::anchoredPattern(shape),
                              QRegularExpression::DotMatchesEverythingOption);
}

} // namespace

const QList<const char*>& trainerPatterns()
{
    // As core says them; a test holds them against its translations.
    static const QList<const char*> patterns{
        notFinitePattern,
        "There is not enough memory to train on %1 photos at a time; try %2.",
        "The disk is full. The last good checkpoint in “%1” is kept: make room and go on from it.",
        "The disk is full; there is no room for a checkpoint in “%1”.",
        "The training's folder “%1” is gone.",
        "“%1” cannot be written.",
        "The folder “%1” cannot be made.",
        "The checkpoint in “%1” belongs to other training data.",
        "This machine has no device “%1”.",
        "There is no device called “%1”.",
    };
    return patterns;
}

QString inWindowsLanguage(const std::string& trainerText)
{
    const QString whole = QString::fromStdString(trainerText);
    for (const char* pattern : trainerPatterns()) {
        const QRegularExpressionMatch match = shapeOf(pattern).match(whole);
        if (!match.hasMatch())
            continue;
        QString sentence = QCoreApplication::translate("core", pattern);
        // Backwards and by place, so that an argument's own "%1" stays as it is.
        static const QRegularExpression mark(QStringLiteral("%(\\d)"));
        QList<QRegularExpressionMatch> marks;
        for (auto it = mark.globalMatch(sentence); it.hasNext();)
            marks.prepend(it.next());
        for (const QRegularExpressionMatch& place : marks)
            sentence.replace(place.capturedStart(), place.capturedLength(),
                             match.captured(u'p' + place.captured(1)));
        return sentence;
    }
    return whole.isEmpty() ? whole : QCoreApplication::translate("core", trainerText.c_str());
}

bool isNotFinite(const Error& trainerError)
{
    return trainerError.code == ErrorCode::Internal &&
           shapeOf(notFinitePattern)
               .match(QString::fromStdString(trainerError.userText))
               .hasMatch();
}

} // namespace autochrome
