#include "ui/widgets/path_names.h"

#include "core/base/utf8.h"

#include <QDir>

namespace autochrome {

namespace {

constexpr char16_t firstByte = 0xDC00; // as Python's surrogateescape has it

bool isByte(QChar unit)
{
    return unit.unicode() >= firstByte + 0x80 && unit.unicode() <= firstByte + 0xFF;
}

/// Whether the unit stands for a byte: not if it is the second half of a character.
bool isByteAt(const QString& name, qsizetype i)
{
    return isByte(name[i]) && (i == 0 || !name[i - 1].isHighSurrogate());
}

} // namespace

QString nameOfPath(const std::filesystem::path& path)
{
    const std::string& bytes = path.native();
    QString name;
    name.reserve(qsizetype(bytes.size()));
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t start = i;
        const char32_t character = nextCharacter(bytes, i);
        // A replacement character may also stand in the name itself, as three bytes.
        if (character == 0xFFFD && i == start + 1)
            name += QChar(char16_t(firstByte + static_cast<unsigned char>(bytes[start])));
        else
            name += QString::fromUcs4(&character, 1);
    }
    return name;
}

std::filesystem::path pathNamed(const QString& name)
{
    std::string bytes;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (!isByteAt(name, i))
            continue;
        bytes += name.mid(begin, i - begin).toStdString();
        bytes += char(name[i].unicode() - firstByte);
        begin = i + 1;
    }
    return bytes + name.mid(begin).toStdString();
}

std::filesystem::path cleanPathNamed(const QString& name)
{
    return pathNamed(QDir::cleanPath(name));
}

QString shownName(const QString& name)
{
    QString shown = name;
    for (qsizetype i = 0; i < shown.size(); ++i)
        if (isByteAt(name, i))
            shown[i] = QChar(QChar::ReplacementCharacter);
    return shown;
}

} // namespace autochrome
