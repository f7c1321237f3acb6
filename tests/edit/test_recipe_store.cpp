#include "core/base/small_file.h"
#include "core/base/text.h"
#include "core/edit/recipe_store.h"

#include <QTemporaryDir>
#include <QtTest/QTest>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace autochrome;

namespace fs = std::filesystem;

namespace {

using State = KeptRecipe::State;

Recipe strengthOf(double strength)
{
    Recipe recipe;
    recipe.finish.strength = strength;
    return recipe;
}

bool mentions(const std::vector<Message>& sentences, const std::string& what)
{
    return std::any_of(sentences.begin(), sentences.end(), [&](const Message& sentence) {
        return inWords(sentence).find(what) != std::string::npos;
    });
}

} // namespace

class TestRecipeStore : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> folder_;
    fs::path root_;
    fs::path own_;

    /// A photo; what is in the file is nothing to the store, which is told its checksum.
    PhotoMark photo(const std::string& name, char content = 'a') const
    {
        const fs::path path = root_ / name;
        std::ofstream(path) << content;
        return {path, 0, std::string(64, content)};
    }

    static fs::path beside(const PhotoMark& photo)
    {
        return RecipeStore::fileBeside(photo.path, photo.page);
    }

    static std::string contentOf(const fs::path& file)
    {
        return readSmallFile(file).value_or("(none)");
    }

    int files(const fs::path& folder) const
    {
        std::error_code ignored;
        int count = 0;
        for (auto it = fs::directory_iterator(folder, ignored); it != fs::directory_iterator();
             ++it)
            ++count;
        return count;
    }

    RecipeStore store() const { return RecipeStore(own_); }

private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        root_ = folder_->filePath("photos").toStdString();
        own_ = folder_->filePath("data/recipes").toStdString();
        fs::create_directories(root_);
    }

    void keepsBesideThePhoto()
    {
        const PhotoMark mark = photo("scan.tif");
        QCOMPARE(store().find(mark).state, State::None);
        const auto saved = store().save(mark, strengthOf(0.5), {});
        QVERIFY(saved);
        QVERIFY(saved->isBeside);
        QVERIFY(saved->notices.empty());
        QCOMPARE(saved->kept.file, root_ / "scan.tif.autochrome.json");
        const KeptRecipe found = store().find(mark);
        QCOMPARE(found.state, State::Kept);
        QCOMPARE(found.recipe, strengthOf(0.5));
        QVERIFY(found.sentence.isEmpty());
        QCOMPARE(contentOf(mark.path), std::string("a")); // the photo is not touched
        QCOMPARE(files(root_), 2);                        // and nothing else lies about
        QVERIFY(!fs::exists(own_));
    }

    void whatEveryPhotoBeginsWithIsNoFile()
    {
        const PhotoMark mark = photo("scan.tif");
        const auto none = store().save(mark, Recipe(), {});
        QVERIFY(none);
        QCOMPARE(files(root_), 1);
        const auto edited = store().save(mark, strengthOf(0.5), none->kept);
        const auto reset = store().save(mark, Recipe(), edited->kept);
        QVERIFY(reset);
        QCOMPARE(files(root_), 1);
        QCOMPARE(store().find(mark).state, State::None);
    }

    void pagesAreApart()
    {
        const PhotoMark first = photo("scan.tif");
        PhotoMark second = first;
        second.page = 2;
        QVERIFY(store().save(first, strengthOf(0.5), {}));
        QCOMPARE(store().find(second).state, State::None);
        const auto saved = store().save(second, strengthOf(1.5), {});
        QVERIFY(saved);
        QCOMPARE(saved->kept.file, root_ / "scan.tif.page2.autochrome.json");
        QCOMPARE(store().find(first).recipe, strengthOf(0.5));
        QCOMPARE(store().find(second).recipe, strengthOf(1.5));
    }

    // A damaged file, one of a newer program, and one of another photo: a sentence; the next edit
    // sets them aside.
    void whatCannotBeUsedIsSetAside_data()
    {
        QTest::addColumn<QString>("content");
        QTest::addColumn<int>("state");
        Sidecar other{strengthOf(0.7), PhotoMark{"scan.tif", 0, std::string(64, 'x')}};
        QTest::newRow("damaged") << "{\"sidecar\": 1, \"rec" << int(State::Unusable);
        QTest::newRow("empty") << "" << int(State::Unusable);
        QTest::newRow("newer") << "{\"sidecar\": 99}" << int(State::Newer);
        QTest::newRow("another photo's")
            << QString::fromStdString(other.toJson()) << int(State::OtherPhoto);
    }

    void whatCannotBeUsedIsSetAside()
    {
        QFETCH(QString, content);
        QFETCH(int, state);
        const PhotoMark mark = photo("scan.tif");
        std::ofstream(beside(mark)) << content.toStdString();
        const KeptRecipe found = store().find(mark);
        QCOMPARE(int(found.state), state);
        QVERIFY(!found.isUsable());
        QVERIFY(inWords(found.sentence).find("scan.tif") != std::string::npos);
        QCOMPARE(found.file, beside(mark));
        QCOMPARE(contentOf(beside(mark)), content.toStdString()); // looking changes nothing
        if (found.state == State::OtherPhoto)
            QCOMPARE(found.recipe, strengthOf(0.7)); // may be wanted all the same

        const auto saved = store().save(mark, strengthOf(0.5), found);
        QVERIFY(saved);
        QVERIFY(mentions(saved->notices, "scan.tif.autochrome.json.aside"));
        QCOMPARE(contentOf(root_ / "scan.tif.autochrome.json.aside"), content.toStdString());
        QCOMPARE(store().find(mark).recipe, strengthOf(0.5));

        // Another one finds another name.
        std::ofstream(beside(mark)) << "[]";
        QVERIFY(store().save(mark, strengthOf(0.6), saved->kept));
        QCOMPARE(contentOf(root_ / "scan.tif.autochrome.json.aside"), content.toStdString());
        QCOMPARE(contentOf(root_ / "scan.tif.autochrome.json.aside2"), std::string("[]"));
    }

    // A folder of that name, which nobody can read as a file, or write over.
    void whatIsNoFileIsNoReasonToLoseSettings()
    {
        const PhotoMark mark = photo("scan.tif");
        fs::create_directories(beside(mark) / "inner");
        const KeptRecipe found = store().find(mark);
        QCOMPARE(found.state, State::Unusable);
        QVERIFY(store().save(mark, strengthOf(0.5), found));
        QCOMPARE(store().find(mark).recipe, strengthOf(0.5));
        QVERIFY(fs::exists(root_ / "scan.tif.autochrome.json.aside/inner"));
    }

    // Where nothing can be written: a medium that is read-only, a folder of somebody else; for an
    // administrator, whom nothing stops, a name that is too long.
    void keepsAmongItsOwnData_data()
    {
        QTest::addColumn<bool>("locked");
        QTest::newRow("the name is too long") << false;
        QTest::newRow("the folder is locked") << true;
    }

    void keepsAmongItsOwnData()
    {
        QFETCH(bool, locked);
        if (locked && ::geteuid() == 0)
            QSKIP("an administrator may write everywhere");
        const PhotoMark mark = photo(locked ? "scan.tif" : std::string(245, 'n') + ".tif");
        if (locked)
            fs::permissions(root_, fs::perms::owner_read | fs::perms::owner_exec);
        const auto saved = store().save(mark, strengthOf(0.5), store().find(mark));
        QVERIFY(saved);
        QVERIFY(!saved->isBeside);
        QVERIFY(saved->notices.empty()); // whoever shows it says it once, not for each photo
        QCOMPARE(store().find(mark).recipe, strengthOf(0.5));
        QCOMPARE(files(root_), 1);

        // The medium is somewhere else next time.
        PhotoMark elsewhere = mark;
        elsewhere.path = root_ / "mount" / mark.path.filename();
        QCOMPARE(store().find(elsewhere).recipe, strengthOf(0.5));
        // A reset ends it there, too.
        QVERIFY(store().save(mark, Recipe(), saved->kept));
        QCOMPARE(files(own_), 0);
        QCOMPARE(store().find(mark).state, State::None);
        fs::permissions(root_, fs::perms::owner_all);
    }

    void theLaterOfTwoPlacesIsTaken()
    {
        const PhotoMark mark = photo("scan.tif");
        const auto beside = store().save(mark, strengthOf(0.5), {});
        const std::string old = beside->kept.besideContent;
        // Saved to the other place meanwhile, and the first one came back, as from a backup.
        const auto own = store().save(mark, strengthOf(0.9), beside->kept, RecipeStore::Place::Own);
        QVERIFY(own);
        QVERIFY(own->notices.empty());
        QVERIFY(!own->isBeside);
        std::ofstream(TestRecipeStore::beside(mark)) << old;
        QCOMPARE(store().find(mark).recipe, strengthOf(0.9));
        // Beside the photo again: the other one goes.
        QVERIFY(store().save(mark, strengthOf(0.8), store().find(mark)));
        QCOMPARE(files(own_), 0);
        QCOMPARE(store().find(mark).recipe, strengthOf(0.8));
    }

    void aResetHoldsWhereNothingCanBeRemoved()
    {
        if (::geteuid() == 0)
            QSKIP("an administrator may remove everything");
        const PhotoMark mark = photo("scan.tif");
        const auto saved = store().save(mark, strengthOf(0.5), {});
        fs::permissions(root_, fs::perms::owner_read | fs::perms::owner_exec);
        const auto reset = store().save(mark, Recipe(), saved->kept);
        fs::permissions(root_, fs::perms::owner_all);
        QVERIFY(reset);
        QCOMPARE(store().find(mark).recipe, Recipe());
    }

    void tellsIfItCanBeKeptNowhere()
    {
        const PhotoMark mark = photo(std::string(245, 'n') + ".tif");
        std::ofstream(folder_->filePath("data").toStdString()) << "no folder";
        const auto saved = store().save(mark, strengthOf(0.5), {});
        QVERIFY(!saved);
        QVERIFY(!saved.error().message.isEmpty());
        const auto homeless = RecipeStore({}).save(mark, strengthOf(0.5), {});
        QVERIFY(!homeless);
    }

    void findsARenamedPhoto()
    {
        const PhotoMark before = photo("IMG_1.tif");
        QVERIFY(store().save(before, strengthOf(0.5), {}));
        PhotoMark after = before;
        after.path = root_ / "Grandmother.tif";
        fs::rename(before.path, after.path);
        const KeptRecipe found = store().find(after);
        QCOMPARE(found.state, State::Renamed);
        QCOMPARE(found.recipe, strengthOf(0.5));
        QVERIFY(inWords(found.sentence).find("IMG_1.tif") != std::string::npos);
        QVERIFY(fs::exists(beside(before))); // looking changes nothing
        QVERIFY(store().save(after, strengthOf(0.6), found));
        QVERIFY(!fs::exists(beside(before)));
        QCOMPARE(store().find(after).state, State::Kept);
    }

    // Files that look the same, whose photos are all there, are not mixed up.
    void aCopyIsNoRenamedPhoto()
    {
        const PhotoMark one = photo("a.tif");
        QVERIFY(store().save(one, strengthOf(0.5), {}));
        const PhotoMark copy = photo("b.tif");
        QCOMPARE(copy.sha256, one.sha256);
        QCOMPARE(store().find(copy).state, State::None);
        const PhotoMark other = photo("c.tif", 'c');
        fs::remove(one.path);
        QCOMPARE(store().find(other).state, State::None);
    }

    void takesARecipeWrittenByHand()
    {
        const PhotoMark mark = photo("scan.tif");
        std::ofstream(beside(mark)) << strengthOf(0.3).toJson();
        const KeptRecipe found = store().find(mark);
        QCOMPARE(found.state, State::Kept);
        QCOMPARE(found.recipe, strengthOf(0.3));
        const auto saved = store().save(mark, strengthOf(0.4), found);
        QVERIFY(saved->notices.empty());
        QCOMPARE(store().find(mark).recipe, strengthOf(0.4));
    }

    // Two windows on one photo: the last one wins, nothing is lost, and both get to know.
    void theLastOfTwoWindowsWins()
    {
        const PhotoMark mark = photo("scan.tif");
        const RecipeStore one = store();
        const RecipeStore two = store();
        const auto first = one.save(mark, strengthOf(0.5), {});
        const KeptRecipe seen = two.find(mark);
        QVERIFY(!one.isChanged(mark, first->kept));
        const auto second = one.save(mark, strengthOf(0.6), first->kept);
        QVERIFY(two.isChanged(mark, seen));
        const auto last = two.save(mark, strengthOf(0.7), seen);
        QVERIFY(mentions(last->notices, "elsewhere"));
        QVERIFY(one.isChanged(mark, second->kept));
        QCOMPARE(one.find(mark).recipe, strengthOf(0.7));
        QCOMPARE(contentOf(root_ / "scan.tif.autochrome.json.aside"), second->kept.besideContent);
        QVERIFY(!two.isChanged(mark, last->kept));
    }

    void whoeverWantsTheSameIsNotInTheWay()
    {
        const PhotoMark mark = photo("scan.tif");
        QVERIFY(store().save(mark, strengthOf(0.5), {}));
        const auto same = store().save(mark, strengthOf(0.5), {});
        QVERIFY(same->notices.empty());
        QCOMPARE(files(root_), 2);
    }

    void twoProcessesTearNothing()
    {
        const PhotoMark mark = photo("scan.tif");
        QVERIFY(store().save(mark, strengthOf(1.5), {}));
        constexpr int times = 60;
        std::vector<pid_t> writers;
        for (const double strength : {0.25, 0.75}) {
            const pid_t child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                bool fine = true;
                for (int i = 0; i < times && fine; ++i)
                    fine = store().save(mark, strengthOf(strength), store().find(mark)).has_value();
                ::_exit(fine ? 0 : 1);
            }
            writers.push_back(child);
        }
        int whole = 0;
        for (pid_t writer : writers) {
            int status = 0;
            while (::waitpid(writer, &status, WNOHANG) == 0) {
                const auto content = readSmallFile(beside(mark));
                if (!content)
                    continue; // between being set aside and being there again
                QVERIFY2(Sidecar::fromJson(*content), content->c_str());
                ++whole;
            }
            QVERIFY(WIFEXITED(status));
            QCOMPARE(WEXITSTATUS(status), 0);
        }
        QVERIFY(whole > 0);
        const double last = store().find(mark).recipe.finish.strength;
        QVERIFY(last == 0.25 || last == 0.75);
    }
};

QTEST_GUILESS_MAIN(TestRecipeStore)
#include "test_recipe_store.moc"
