// A queue of 100,000 photos: adding them to the journal, reading them, searching and scrolling in
// the window's table. Baselines in the same run: QSortFilterProxyModel for the search, a list of
// 100 photos for scrolling.

#include "core/queue/journal/journal.h"
#include "ui/queue/job_delegate.h"
#include "ui/queue/job_table_model.h"

#include <QApplication>
#include <QFile>
#include <QHeaderView>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTemporaryDir>
#include <benchmark/benchmark.h>
#include <memory>

using namespace autochrome;

namespace {

constexpr int photos = 100000;

std::vector<NewJob> newJobs()
{
    std::vector<NewJob> jobs;
    for (int i = 0; i < photos; ++i)
        jobs.push_back({QString("/archive/collection %1/box %2/negative %3.tif")
                            .arg(i / 10000)
                            .arg(i / 100)
                            .arg(i, 6, 10, QChar(u'0'))
                            .toStdString(),
                        "/archive", 30000000 + i, 1700000000000000000 + i});
    return jobs;
}

/// Resident memory of this process, bytes.
double residentMemory()
{
    QFile status("/proc/self/statm");
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toDouble() * 4096;
}

std::vector<JobRow> readRows(Journal& journal)
{
    std::vector<JobRow> rows;
    for (std::int64_t offset = 0;; offset += 25000) {
        const auto jobs = journal.jobs({.limit = 25000, .offset = offset});
        for (const Job& job : *jobs)
            rows.push_back(rowOf(job));
        if (jobs->size() < 25000)
            return rows;
    }
}

/// The journal on disk with its photos, made once.
Journal& filledJournal()
{
    static const QTemporaryDir folder;
    static Journal journal = [] {
        auto opened = Journal::open(folder.filePath("queue.sqlite").toStdString());
        const auto batch = opened->addBatch("all", {});
        if (!batch || !opened->addJobs(*batch, newJobs()))
            std::abort();
        return std::move(*opened);
    }();
    return journal;
}

/// The table as the panel has it.
struct Table
{
    explicit Table(QAbstractItemModel* model)
    {
        view.setModel(model);
        view.setItemDelegate(new JobDelegate(&view));
        view.setSelectionBehavior(QAbstractItemView::SelectRows);
        view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        view.verticalHeader()->hide();
        view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        view.verticalHeader()->setDefaultSectionSize(JobDelegate::rowHeight(view.fontMetrics()));
        view.horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
        view.resize(1200, 700);
        view.show();
        QApplication::processEvents();
    }

    void repaint()
    {
        view.viewport()->update();
        QApplication::processEvents();
    }

    QTableView view;
};

void addToJournal(benchmark::State& state)
{
    const std::vector<NewJob> jobs = newJobs();
    for (auto _ : state) {
        state.PauseTiming();
        const QTemporaryDir folder;
        auto journal = Journal::open(folder.filePath("queue.sqlite").toStdString());
        const auto batch = journal->addBatch("all", {});
        state.ResumeTiming();
        benchmark::DoNotOptimize(journal->addJobs(*batch, jobs));
    }
    state.SetItemsProcessed(state.iterations() * photos);
}
BENCHMARK(addToJournal)->Unit(benchmark::kMillisecond)->UseRealTime();

void readFromJournal(benchmark::State& state)
{
    Journal& journal = filledJournal();
    const double before = residentMemory();
    auto model = std::make_unique<JobTableModel>();
    for (auto _ : state)
        model->setRows(readRows(journal));
    state.counters["MB"] = (residentMemory() - before) / 1e6;
    state.SetItemsProcessed(state.iterations() * photos);
}
BENCHMARK(readFromJournal)->Unit(benchmark::kMillisecond)->UseRealTime();

const char* const searches[] = {"negative 09", "", "7.tif", ""};

void search(benchmark::State& state)
{
    JobTableModel model;
    model.setRows(readRows(filledJournal()));
    Table table(&model);
    std::size_t turn = 0;
    for (auto _ : state) {
        model.setFilter({.containing = searches[turn++ % std::size(searches)]});
        table.repaint();
    }
}
BENCHMARK(search)->Unit(benchmark::kMillisecond)->UseRealTime();

void searchByProxyBaseline(benchmark::State& state)
{
    JobTableModel model;
    model.setRows(readRows(filledJournal()));
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&model);
    proxy.setFilterRole(Qt::ToolTipRole); // the path is in it
    Table table(&proxy);
    std::size_t turn = 0;
    for (auto _ : state) {
        proxy.setFilterFixedString(searches[turn++ % std::size(searches)]);
        table.repaint();
    }
}
BENCHMARK(searchByProxyBaseline)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(4);

void sortByName(benchmark::State& state)
{
    JobTableModel model;
    model.setRows(readRows(filledJournal()));
    Table table(&model);
    bool descending = false;
    for (auto _ : state) {
        descending = !descending;
        model.sort(JobTableModel::PhotoColumn,
                   descending ? Qt::DescendingOrder : Qt::AscendingOrder);
        table.repaint();
    }
}
BENCHMARK(sortByName)->Unit(benchmark::kMillisecond)->UseRealTime();

void scroll(benchmark::State& state)
{
    JobTableModel model;
    std::vector<JobRow> rows = readRows(filledJournal());
    rows.resize(std::size_t(state.range(0)));
    model.setRows(std::move(rows));
    Table table(&model);
    QScrollBar* bar = table.view.verticalScrollBar();
    int at = 0;
    for (auto _ : state) {
        at = (at + 7919 * 131) % std::max(1, bar->maximum());
        bar->setValue(at);
        QApplication::processEvents();
    }
}
BENCHMARK(scroll)->Arg(photos)->Arg(100)->Unit(benchmark::kMillisecond)->UseRealTime();

void onePhotoGoesOn(benchmark::State& state)
{
    JobTableModel model;
    model.setRows(readRows(filledJournal()));
    Table table(&model);
    JobId job = 1;
    for (auto _ : state) {
        model.setStage(job, JobStage::Colour);
        job = 1 + job % photos;
        QApplication::processEvents();
    }
}
BENCHMARK(onePhotoGoesOn)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
