#include "ui/widgets/memory_size.h"

#include <QFile>
#include <algorithm>
#include <unistd.h>

namespace autochrome {

qint64 physicalMemory()
{
    const qint64 machine = qint64(sysconf(_SC_PHYS_PAGES)) * qint64(sysconf(_SC_PAGE_SIZE));
    QFile limit(QStringLiteral("/sys/fs/cgroup/memory.max"));
    if (limit.open(QIODevice::ReadOnly)) {
        bool isNumber = false;
        const qint64 bytes = limit.readAll().trimmed().toLongLong(&isNumber);
        if (isNumber && bytes > 0)
            return std::min(machine, bytes);
    }
    return machine;
}

} // namespace autochrome
