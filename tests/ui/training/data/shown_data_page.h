#pragma once

#include "ui/training/data/data_page.h"
#include "ui/training/data/left_out_list.h"
#include "ui/training/data/left_out_model.h"
#include "ui/training/data/training_draft.h"

#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QtTest>

namespace autochrome::testing {

inline constexpr int patience = 60000; // sanitizers slow everything down

/// A page in a scroll area, as in the window.
struct ShownDataPage
{
    TrainingDraft draft;
    QScrollArea area;
    DataPage* page = new DataPage(&draft);
    QSignalSpy changed{page, &DataPage::dataChanged};
    QSignalSpy problems{page, &DataPage::problem};

    explicit ShownDataPage(int width = 420)
    {
        area.setWidget(page);
        area.setWidgetResizable(true);
        area.resize(width, 800);
        area.show();
        // Keys go to the active window only.
        if (!QTest::qWaitForWindowActive(&area))
            qWarning("the window is not active");
    }

    /// Presses the button and waits for the end.
    bool look()
    {
        QTest::mouseClick(page->lookButton(), Qt::LeftButton);
        return page->isLooking() && ended();
    }

    bool ended()
    {
        return QTest::qWaitFor([&] { return !page->isLooking(); }, patience);
    }

    bool hasData()
    {
        return QTest::qWaitFor([&] { return page->data().has_value(); }, patience);
    }

    QStringList leftOutNames() const
    {
        const LeftOutModel* model = page->leftOut()->model();
        QStringList names;
        for (int row = 0; row < model->rowCount(); ++row)
            names << model->index(row, 0).data().toString();
        return names;
    }

    QString lastProblem() const
    {
        return problems.isEmpty() ? QString() : problems.last().first().toString();
    }
};

} // namespace autochrome::testing
