#include "core/queue/report/batch_report.h"

#include "app/cli/batch/batch_parts.h"
#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress_bar.h"

#include <iostream>

namespace autochrome::cli {

namespace {

struct ReportOptions
{
    BatchId batch = 0;
    std::string output;
};

int report(const ReportOptions& options, const QueueOption& queue)
{
    auto journal = queue.look();
    if (!journal)
        return SomeFailed;
    const auto content = readBatchReport(*journal, options.batch);
    if (!content)
        return failed(content.error());
    ProgressBar bar;
    const Progress progress(
        [&bar](double fraction, const Message& what) { bar.show(fraction, what); });
    const Interrupt interrupt(progress);
    const auto written = writeBatchReport(*content, options.output, progress);
    bar.clear();
    if (!written) {
        const int status = failed(written.error());
        return written.error().code == ErrorCode::Cancelled ? SignalBase + Interrupt::signal()
                                                            : status;
    }
    std::cout << bytesOf(std::filesystem::path(options.output) / "report.html") << std::endl;
    return AllDone;
}

} // namespace

void addBatchReport(CLI::App& batch, const SharedQueueOption& queue, int& exitCode)
{
    auto options = std::make_shared<ReportOptions>();
    CLI::App* command =
        batch.add_subcommand("report", "Write what became of a batch, for people and archives");
    command->add_option("BATCH", options->batch, "Number of the batch")->required()->type_name("");
    command
        ->add_option("-o,--output", options->output,
                     "Folder for report.csv, report.html, premis.xml, manifest-sha256.txt and "
                     "results.sha256")
        ->required()
        ->type_name("DIR");
    queue->addTo(*command);
    command->callback([options, queue, &exitCode] { exitCode = report(*options, *queue); });
}

} // namespace autochrome::cli
