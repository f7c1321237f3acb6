#include "ui/training/compare/comparison_words.h"

#include <QLocale>
#include <QStringList>
#include <cmath>

namespace autochrome {

namespace {

// Fewer photos than this tell little, whatever their figures.
constexpr std::int64_t fewPhotos = 20;

int decimalsOf(Metric figure)
{
    return figure == Metric::Ssim ? 3 : 2;
}

QString signedText(double value, int decimals)
{
    const QString number = QLocale().toString(std::fabs(value), 'f', decimals);
    return (value < 0 ? QStringLiteral("−") : QStringLiteral("+")) + number;
}

QString name(const std::string& text)
{
    return QString::fromStdString(text);
}

QString decibels(const Change& change)
{
    return QLocale().toString(std::fabs(change.difference()), 'f', 2);
}

} // namespace

QString ComparisonWords::verdict(const Comparison& comparison)
{
    const GroupChange* these = comparison.group(PhotoGroup::Kind::These);
    const GroupChange* others = comparison.group(PhotoGroup::Kind::Others);
    if (!these)
        these = comparison.group(PhotoGroup::Kind::All);
    if (!these || !these->of(Metric::AbPsnr))
        return {};
    if (comparison.afterSha256 == comparison.beforeSha256)
        return tr("The training found nothing better: “%1” is the same as “%2”.")
            .arg(name(comparison.after), name(comparison.before));
    QStringList sentences{onThese(comparison, *these), onTheEye(*these)};
    if (others && others->of(Metric::AbPsnr))
        sentences << onOthers(*others) << onTheEye(*others);
    sentences << onColours(*these);
    const std::int64_t fewest = others ? std::min(these->photos, others->photos) : these->photos;
    if (fewest < fewPhotos)
        sentences
            << tr("Photos compared: %1, which is few.").arg(QLocale().toString(qlonglong(fewest)));
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString ComparisonWords::onThese(const Comparison& comparison, const GroupChange& group)
{
    const Change& change = *group.of(Metric::AbPsnr);
    const int judgement = judgementOf(Metric::AbPsnr, change);
    const QString sentence =
        judgement > 0   ? tr("On these photos “%1” is %2 dB better than “%3”.")
        : judgement < 0 ? tr("On these photos “%1” is %2 dB worse than “%3”.")
                        : tr("On these photos “%1” and “%3” differ by %2 dB, which is within the "
                             "noise.");
    return sentence.arg(name(comparison.after), decibels(change), name(comparison.before));
}

QString ComparisonWords::onOthers(const GroupChange& group)
{
    const Change& change = *group.of(Metric::AbPsnr);
    const int judgement = judgementOf(Metric::AbPsnr, change);
    if (judgement > 0)
        return tr("On the other photos it is %1 dB better.").arg(decibels(change));
    if (judgement < 0)
        return tr("On the other photos it is %1 dB worse: that much was forgotten.")
            .arg(decibels(change));
    return tr("On the other photos they differ by %1 dB, which is within the noise.")
        .arg(decibels(change));
}

QString ComparisonWords::onTheEye(const GroupChange& group)
{
    const auto& seen = group.of(Metric::Ciede2000);
    const int judgement = seen ? judgementOf(Metric::Ciede2000, *seen) : 0;
    if (judgement == 0 || judgement == judgementOf(Metric::AbPsnr, *group.of(Metric::AbPsnr)))
        return {};
    const QString sentence =
        judgement < 0 ? tr("The perceived colour difference (CIEDE2000) grew from %1 to %2.")
                      : tr("The perceived colour difference (CIEDE2000) fell from %1 to %2.");
    return sentence.arg(value(Metric::Ciede2000, seen->before),
                        value(Metric::Ciede2000, seen->after));
}

QString ComparisonWords::onColours(const GroupChange& group)
{
    const auto& change = group.of(Metric::Colourfulness);
    if (!change || !change->isCertain())
        return {};
    const auto percent = [](double share) { return QLocale().toString(share * 100, 'f', 0); };
    const QString sentence =
        change->difference() > 0
            ? tr("The new colours are stronger: %1 % of the true ones' strength, before %2 %.")
            : tr("The new colours are paler: %1 % of the true ones' strength, before %2 %.");
    return sentence.arg(percent(change->after), percent(change->before));
}

QString ComparisonWords::group(const PhotoGroup& group)
{
    switch (group.kind) {
    case PhotoGroup::Kind::All:
        return tr("All photos");
    case PhotoGroup::Kind::These:
        return tr("These photos");
    case PhotoGroup::Kind::Others:
        return tr("Other photos");
    case PhotoGroup::Kind::Category:
        break;
    }
    return group.isOther ? tr("%1 (other photos)").arg(name(group.name)) : name(group.name);
}

QString ComparisonWords::figure(Metric figure)
{
    switch (figure) {
    case Metric::AbPsnr:
        return tr("ab-PSNR, dB");
    case Metric::AbGain:
        return tr("Gain over grey, dB");
    case Metric::Ciede2000:
        return tr("CIEDE2000");
    case Metric::CiedeRatio:
        return tr("CIEDE2000, share of grey's");
    case Metric::Colourfulness:
        return tr("Colourfulness");
    case Metric::Ssim:
        return tr("SSIM");
    case Metric::ChromaCorrelation:
        return tr("Chroma correlation");
    case Metric::Skin:
        return tr("Skin error");
    }
    return {};
}

QString ComparisonWords::explanation(Metric figure)
{
    switch (figure) {
    case Metric::AbPsnr:
        return tr("How close the colours (a*, b*) come to the true ones; higher is better.");
    case Metric::AbGain:
        return tr("How much closer that is than the photo left grey; higher is better.");
    case Metric::Ciede2000:
        return tr("The mean perceived difference of the colours; lower is better.");
    case Metric::CiedeRatio:
        return tr("That difference as a share of the one of the photo left grey; lower is better.");
    case Metric::Colourfulness:
        return tr("How colourful the results are compared with the truth; best at 1.");
    case Metric::Ssim:
        return tr("Structural similarity of the pictures; at most 1.");
    case Metric::ChromaCorrelation:
        return tr("Whether colourful photos become colourful results; at most 1.");
    case Metric::Skin:
        return tr("The mean distance of skin from its true colour in a* and b*; lower is better.");
    }
    return {};
}

QString ComparisonWords::value(Metric figure, double value)
{
    return QLocale().toString(value, 'f', decimalsOf(figure));
}

QString ComparisonWords::difference(Metric figure, const Change& change)
{
    const int decimals = decimalsOf(figure);
    QString text = signedText(change.difference(), decimals);
    if (change.error >= 0)
        text += QStringLiteral(" ± ") + QLocale().toString(change.error, 'f', decimals);
    return text;
}

QString ComparisonWords::judgement(Metric figure, const Change& change)
{
    const int judgement = judgementOf(figure, change);
    if (judgement > 0)
        return tr("Better");
    return judgement < 0 ? tr("Worse") : tr("Within the noise");
}

} // namespace autochrome
