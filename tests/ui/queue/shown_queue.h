#pragma once

#include "tests/ui/window/window_fixture.h"
#include "ui/queue/batch_panel.h"
#include "ui/queue/batch_service.h"
#include "ui/queue/job_table.h"
#include "ui/queue/job_table_model.h"
#include "ui/queue/queue_choices.h"
#include "ui/queue/queue_dialog.h"
#include "ui/window/main_window.h"

#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QtTest>

namespace autochrome {

// Waits may be long: the first photo opens the model, and sanitizers slow everything down.
constexpr int patience = 60000;

inline void drop(QWidget* target, const QStringList& paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths)
        urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &event);
}

/// A window whose queue is shown.
struct Shown
{
    MainWindow window;
    BatchPanel* panel = window.batchPanel();
    JobTableModel* model = panel->model();

    Shown()
    {
        window.show();
        trigger(Command::Batch);
    }

    QComboBox* batches() const { return panel->findChild<QComboBox*>("batches"); }
    QComboBox* states() const { return panel->findChild<QComboBox*>("states"); }
    QLineEdit* search() const { return panel->findChild<QLineEdit*>("search"); }
    QLabel* totals() const { return panel->findChild<QLabel*>("totals"); }
    QLabel* empty() const { return panel->findChild<QLabel*>("empty"); } ///< why it is

    void trigger(Command command)
    {
        QVERIFY(window.actions()[command]->isEnabled());
        window.actions()[command]->trigger();
    }

    QueueDialog* dropAndAsk(const QStringList& paths)
    {
        QTableView* table = panel->table();
        drop(table->isVisible() ? table->viewport() : panel, paths);
        auto* dialog = window.findChild<QueueDialog*>();
        return dialog &&
                       QTest::qWaitFor([&] { return dialog->startButton()->isEnabled(); }, patience)
                   ? dialog
                   : nullptr;
    }

    JobId jobNamed(const QString& name) const
    {
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, 0).data().toString() == name)
                return model->row(row).id;
        return 0;
    }

    void selectNamed(const QStringList& names)
    {
        std::vector<JobId> jobs;
        for (const QString& name : names)
            jobs.push_back(jobNamed(name));
        panel->table()->select(jobs);
        QCOMPARE(panel->table()->selectedJobs().size(), std::size_t(names.size()));
    }

    JobState stateOf(const QString& name) const { return model->find(jobNamed(name))->state; }

    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < model->rowCount(); ++row)
            names << model->index(row, 0).data().toString();
        return names;
    }

    bool isIdle() const { return panel->service()->activity() == BatchService::Activity::Idle; }
};

} // namespace autochrome
