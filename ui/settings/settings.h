#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace autochrome {

/// One entry of the settings file: its name there, its type, and what it is when absent.
template <class T>
struct SettingKey
{
    const char* name;
    T fallback;
};

/// Every setting there is. A name never changes its meaning; a new meaning gets a new name.
namespace setting {
inline const SettingKey<QString> device{"compute/device", QStringLiteral("auto")};
inline const SettingKey<QString> model{"compute/model", QString()}; ///< name; empty: the default
inline const SettingKey<QString> language{"window/language", QString()}; ///< "de"; empty: system
inline const SettingKey<QString> theme{"window/theme", QStringLiteral("system")};
inline const SettingKey<bool> singleKeys{"window/singleKeys", true}; ///< "S", "+" do something
inline const SettingKey<QByteArray> geometry{"window/geometry", QByteArray()};
inline const SettingKey<QByteArray> splitter{"window/splitter", QByteArray()};
inline const SettingKey<bool> panelVisible{"window/panel", true};
inline const SettingKey<QString> compareMode{"view/mode", QStringLiteral("split")};
inline const SettingKey<int> filmStripHeight{"window/filmStrip", 64}; ///< of its pictures
inline const SettingKey<QStringList> foldedSections{"panel/folded", QStringList()};
inline const SettingKey<bool> advancedOpen{"panel/advanced", false};
/// What a session that ended did not get done: sentences, told at the next start.
inline const SettingKey<QStringList> losses{"window/losses", QStringList()};
inline const SettingKey<QStringList> recentFiles{"files/recent", QStringList()};
inline const SettingKey<QString> openFolder{"files/openFolder", QString()};
inline const SettingKey<QString> exportFormat{"export/format", QString()}; ///< empty: the source's
inline const SettingKey<int> exportQuality{"export/quality", 92};
inline const SettingKey<bool> batchVisible{"batch/visible", false};
inline const SettingKey<QByteArray> batchSplitter{"batch/splitter", QByteArray()};
inline const SettingKey<QString> batchSettings{"batch/settings", QString()}; ///< JSON, of last time
inline const SettingKey<QString> batchFolder{"batch/folder", QString()};
inline const SettingKey<QString> trainingData{"training/data", QStringLiteral("archive")};
inline const SettingKey<QStringList> trainingSources{"training/sources", QStringList()};
inline const SettingKey<QString> trainingSplit{"training/split", QStringLiteral("hash")};
inline const SettingKey<int> trainingShare{"training/share", 10}; ///< percent, for checking
inline const SettingKey<QStringList> trainingFolded{"training/foldedData", QStringList()};
inline const SettingKey<bool> keepAwake{"training/keepAwake", true};         ///< while one runs
inline const SettingKey<QString> trainingSetUp{"training/setUp", QString()}; ///< JSON
inline const SettingKey<bool> trainingAccepted{"training/accepted",
                                               false}; ///< its warning was read
inline const SettingKey<bool> trainingVisible{"training/visible", false};
} // namespace setting

/// Reads a setting; a value of the wrong type counts as absent.
QVariant readSetting(const char* name, const QVariant& fallback);
void writeSetting(const char* name, const QVariant& value);

template <class T>
T settingValue(const SettingKey<T>& key)
{
    return readSetting(key.name, QVariant::fromValue(key.fallback)).template value<T>();
}

template <class T>
void setSetting(const SettingKey<T>& key, const T& value)
{
    writeSetting(key.name, QVariant::fromValue(value));
}

} // namespace autochrome
