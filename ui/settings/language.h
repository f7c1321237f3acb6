#pragma once

#include <QString>
#include <QStringList>

namespace autochrome {

/// Languages that the window speaks, as codes ("en", "de", "pt_BR").
QStringList availableLanguages();

/// The language's name in itself ("Deutsch", "português (Brasil)").
QString languageName(const QString& code);

/// Installs the translations of the window, of core's sentences and of Qt's own texts: buttons and
/// dialogs, the names of keys. The language of before goes.
/// @param code  of availableLanguages(); empty: the system's, English where it is not spoken. What
///              a region's translation lacks is said in its language's words, else in English.
/// Call before the first window and before any worker. Later, Qt's texts and the names of keys
/// follow at once; the window's own only where it is built anew.
void installLanguage(const QString& code);

} // namespace autochrome
