#pragma once

#include <QObject>

namespace autochrome {

class MessageStrip;
class RecipeKeeper;

/// Tells above the photo what the person should know of settings that are kept: whose they are,
/// that they cannot be read or written, that another window has changed them.
class RecipeNotices : public QObject
{
    Q_OBJECT

public:
    RecipeNotices(RecipeKeeper* keeper, MessageStrip* messages, QObject* parent);
};

} // namespace autochrome
