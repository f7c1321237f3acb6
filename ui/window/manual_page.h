#pragma once

#include <QString>

namespace autochrome {

/// The window's manual page as it is installed, in the language of the texts ("de") or in English.
QString manualPage(const QString& language);

/// A manual page as HTML. Knows the requests that the window's own pages use: .TH .SH .PP .TP .B .I
/// .BR .RB .RI and simple tables (.TS to .TE); text of any other is shown as it stands.
QString manualHtml(const QString& page);

} // namespace autochrome
