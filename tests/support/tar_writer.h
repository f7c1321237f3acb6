#pragma once

#include <QByteArray>
#include <cstdio>
#include <cstring>
#include <string>

namespace autochrome::testing {

/// One ustar member: header with a right checksum, content, padding.
inline QByteArray tarMember(const std::string& name, const QByteArray& content, char type = '0',
                            const std::string& prefix = {})
{
    QByteArray header(512, '\0');
    std::strncpy(header.data(), name.c_str(), 100);
    std::memcpy(header.data() + 100, "0000644", 7);
    std::snprintf(header.data() + 124, 12, "%011llo",
                  static_cast<unsigned long long>(content.size()));
    std::memcpy(header.data() + 148, "        ", 8);
    header[156] = type;
    std::memcpy(header.data() + 257, "ustar\00000", 8);
    std::strncpy(header.data() + 345, prefix.c_str(), 155);
    unsigned sum = 0;
    for (char byte : header)
        sum += static_cast<unsigned char>(byte);
    std::snprintf(header.data() + 148, 8, "%06o", sum);
    QByteArray member = header + content;
    member.append((512 - content.size() % 512) % 512, '\0');
    return member;
}

/// The two zero blocks that end an archive.
inline QByteArray tarEnd()
{
    return QByteArray(1024, '\0');
}

} // namespace autochrome::testing
