#pragma once

#include "core/base/progress.h"
#include "core/queue/journal/journal.h"

#include <filesystem>
#include <string>
#include <vector>

namespace autochrome::inline queue {

/// A batch with all its photos, to be reported on.
struct BatchReport
{
    Batch batch;
    std::vector<Job> jobs; ///< in the order of the batch

    std::int64_t count(JobState state) const;
};

/// Reads a batch out of the journal. Errors: those of the journal, Usage for an unknown one.
Result<BatchReport> readBatchReport(Journal& journal, BatchId batch);

/// One line a photo, RFC 4180, with a heading; never translated. Times are UTC, ISO 8601. A path
/// that is no UTF-8 is a file: address (see portablePath()). A text that a spreadsheet would take
/// for a formula has a ' before it.
std::string reportCsv(const BatchReport& report);

/// A page that needs nothing beside it: sums, failures first, then photo by photo; before and after
/// in small for up to `pictures` photos, evenly spread.
std::string reportHtml(const BatchReport& report, int pictures, const Progress& progress);

/// PREMIS 3 (Library of Congress): the sources and results as file objects with their SHA-256, an
/// event for each photo that was worked on, this program and the models as agents.
std::string premisXml(const BatchReport& report);

/// Whether the report is a bag of its own (BagIt, RFC 8493), since results lie elsewhere than below
/// `folder`: one that is to be completed by what bagFetch() lists.
bool isBag(const BatchReport& report, const std::filesystem::path& folder);

/// The results as a BagIt manifest: "<sha256>  <path>" a line; line breaks and % in them are
/// percent-encoded. Paths are relative to `folder`; in a bag they are "data" and the whole path.
std::string bagManifest(const BatchReport& report, const std::filesystem::path& folder);

/// The bag's fetch.txt: where each result is and how large.
std::string bagFetch(const BatchReport& report);
/// Its bagit.txt.
std::string bagDeclaration();

/// The results where they are, for `sha256sum --check`.
std::string sha256Sums(const BatchReport& report);

/// Milliseconds since 1970 as "2026-11-23T08:15:02Z"; empty for 0.
std::string isoTime(std::int64_t milliseconds);

/// Writes report.csv, report.html, premis.xml, manifest-sha256.txt and results.sha256, with
/// bagit.txt and fetch.txt if the results lie elsewhere, into a folder, which is made if need be.
/// Files of these names are replaced. Errors: WriteFailed, DiskFull, Cancelled.
Result<void> writeBatchReport(const BatchReport& report, const std::filesystem::path& folder,
                              const Progress& progress = Progress());

} // namespace autochrome::inline queue
