#include "core/base/text.h"
#include "core/queue/journal/journal.h"

#include <QTemporaryDir>
#include <QtTest>
#include <SQLiteCpp/Database.h>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

/// Another language than that of who wrote the journal.
std::string other(const char* sourceText, std::int64_t count)
{
    const std::string source = sourceText;
    if (source == "“%1” has colours already.")
        return "<coloured: %1>";
    if (source == "%n second|%n seconds")
        return count == 1 ? "<one>" : "<%n>";
    return {};
}

} // namespace

/// Sentences in the journal: whoever looks at it reads them in their own language.
class TestJournalMessages : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;

    fs::path path() const { return folder_->filePath("queue.sqlite").toStdString(); }

    /// Ends the only photo of a queue so.
    void finish(const PhotoOutcome& outcome) const
    {
        auto journal = Journal::open(path());
        QVERIFY(journal);
        const auto batch = journal->addBatch("scans", {});
        QVERIFY(batch);
        const std::vector<NewJob> photos{{{"/scans/a.tif"}, {}, 1, 1}};
        QVERIFY(journal->addJobs(*batch, photos));
        const auto job = journal->claim();
        QVERIFY(job && *job);
        QVERIFY(journal->finish((*job)->id, outcome));
    }

    /// What another process finds.
    PhotoOutcome found() const
    {
        auto journal = Journal::open(path());
        const auto jobs = journal ? journal->jobs({}) : tl::make_unexpected(journal.error());
        return jobs && jobs->size() == 1 ? jobs->front().outcome : PhotoOutcome();
    }

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void cleanup() { setTranslator(nullptr); }

    void areReadInAnotherLanguage()
    {
        PhotoOutcome outcome;
        outcome.status = PhotoOutcome::Status::Skipped;
        outcome.reason = text("“%1” has colours already.", {"a %1.tif"});
        outcome.warnings = {counted("%n second|%n seconds", 1), counted("%n second|%n seconds", 2),
                            "said by a library"};
        outcome.error = Error{ErrorCode::Corrupt, text("“%1” has colours already.", {"b"}), "why"};
        finish(outcome);

        const PhotoOutcome english = found();
        QCOMPARE(inWords(english.reason), std::string("“a %1.tif” has colours already."));
        QCOMPARE(inWords(english.warnings),
                 (std::vector<std::string>{"1 second", "2 seconds", "said by a library"}));
        QVERIFY(english.reason == outcome.reason);

        setTranslator(&other);
        const PhotoOutcome read = found();
        QCOMPARE(inWords(read.reason), std::string("<coloured: a %1.tif>"));
        QCOMPARE(inWords(read.warnings),
                 (std::vector<std::string>{"<one>", "<2>", "said by a library"}));
        QVERIFY(read.error);
        QCOMPARE(inWords(read.error->message), std::string("<coloured: b>"));
        QCOMPARE(read.error->detail, std::string("why"));
    }

    /// Older versions kept the sentences as they said them.
    void plainOnesOfBeforeAreShownAsTheyAre()
    {
        PhotoOutcome outcome;
        outcome.error = Error{ErrorCode::Corrupt, "x", {}};
        finish(outcome);
        {
            SQLite::Database old(path().native(), SQLite::OPEN_READWRITE);
            old.exec("UPDATE job SET error_text = '“a %1.tif” ist beschädigt.', "
                     "reason = '“%1” has colours already.', warnings = '[\"eins\", \"%1 zwei\"]'");
        }
        setTranslator(&other);
        const PhotoOutcome read = found();
        QVERIFY(read.error);
        QCOMPARE(inWords(read.error->message), std::string("“a %1.tif” ist beschädigt."));
        QCOMPARE(inWords(read.reason), std::string("“%1” has colours already."));
        QCOMPARE(inWords(read.warnings), (std::vector<std::string>{"eins", "%1 zwei"}));
    }
};

QTEST_GUILESS_MAIN(TestJournalMessages)
#include "test_journal_messages.moc"
