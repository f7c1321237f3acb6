#include "tests/cli/cli_sandbox.h"
#include "tests/cli/test_files.h"

#include <QFile>
#include <QRegularExpression>
#include <QtTest>

using namespace autochrome;

namespace {

QString packagingFile(const QString& name)
{
    QFile file(QStringLiteral(AUTOCHROME_PACKAGING) + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

/// What is wrong before any work begins ends with 2 and a hint; what --help says is complete.
class TestCliUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("hint");
        const auto row = [](const char* name, const QStringList& arguments,
                            const QByteArray& hint) { QTest::newRow(name) << arguments << hint; };
        row("nothing", {}, "subcommand");
        row("unknown command", {"colourize"}, "colourize");
        row("no photo", {"colorize"}, "IN");
        row("unknown option", {"colorize", "a.jpg", "--fast"}, "--fast");
        row("strength too high", {"colorize", "a.jpg", "--strength", "2.1"}, "--strength");
        row("strength negative", {"colorize", "a.jpg", "--strength", "-1"}, "--strength");
        row("strength no number", {"colorize", "a.jpg", "--strength", "much"}, "--strength");
        row("size no multiple", {"colorize", "a.jpg", "--size", "300"}, "--size");
        row("size too small", {"colorize", "a.jpg", "--size", "96"}, "--size");
        row("size too large", {"colorize", "a.jpg", "--size", "2048"}, "--size");
        row("quality 0", {"colorize", "a.jpg", "--quality", "0"}, "--quality");
        row("quality 101", {"colorize", "a.jpg", "-q", "101"}, "--quality");
        row("unknown format", {"colorize", "a.jpg", "--format", "gif"}, "--format");
        row("unknown mode", {"colorize", "a.jpg", "--overwrite", "maybe"}, "--overwrite");
        row("a file for two", {"colorize", "a.jpg", "a.jpg", "-o", "x.jpg"}, "x.jpg");
        row("a file for a folder", {"colorize", ".", "-o", "x.jpg"}, "x.jpg");
        row("no format in the name", {"colorize", "a.jpg", "-o", "x"}, "--format");
        row("two formats", {"colorize", "a.jpg", "-o", "x.png", "--format", "tiff"}, "x.png");
        row("prints on nothing", {"prints"}, "SCAN");
        row("info of nothing", {"info"}, "FILE");
        row("batch without a command", {"batch"}, "subcommand");
#ifdef AUTOCHROME_TRAINING
        row("survey of nothing", {"survey"}, "PATH");
        row("unknown split", {"survey", "a.jpg", "--split", "colour"}, "--split");
        row("share too large", {"survey", "a.jpg", "--share", "2"}, "--share");
        row("train without data", {"train"}, "--");
#endif
    }

    void wrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, hint);
        CliSandbox sandbox;
        sandbox.write("a.jpg", smallJpeg());
        const CliRun run = sandbox.run(arguments);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.out.isEmpty(), run.out);
        QVERIFY2(run.err.contains(hint), run.err);
        QCOMPARE(sandbox.files(), QStringList{"a.jpg"});
    }

    void version()
    {
        CliSandbox sandbox;
        const CliRun run = sandbox.run({"--version"});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.out, QByteArray("autochrome-cli " AUTOCHROME_VERSION "\n"));
    }

    // OpenMP's waiting threads leave the cores to others soon, unless the person decided otherwise.
    void openMpSpinsBriefly_data()
    {
        QTest::addColumn<QString>("environment");
        QTest::addColumn<QByteArray>("setting");
        QTest::newRow("by itself")
            << "env -u GOMP_SPINCOUNT -u OMP_WAIT_POLICY" << QByteArray("GOMP_SPINCOUNT = '3000'");
        QTest::newRow("as asked") << "env -u OMP_WAIT_POLICY GOMP_SPINCOUNT=17"
                                  << QByteArray("GOMP_SPINCOUNT = '17'");
        QTest::newRow("policy as asked") << "env -u GOMP_SPINCOUNT OMP_WAIT_POLICY=passive"
                                         << QByteArray("GOMP_SPINCOUNT = '0'");
    }

    void openMpSpinsBriefly()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("sanitized programs start as they are");
#endif
        QFETCH(QString, environment);
        QFETCH(QByteArray, setting);
        CliSandbox sandbox;
        const CliRun run =
            sandbox.shell(environment + " OMP_DISPLAY_ENV=verbose \"$CLI\" --version");
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.err.contains(setting), run.err);
        QCOMPARE(run.out, QByteArray("autochrome-cli " AUTOCHROME_VERSION "\n"));
    }

    void help_data()
    {
        QTest::addColumn<QString>("command");
        for (const char* command :
             {"batch add",     "batch run",      "batch status",   "batch report",
              "batch pause",   "batch resume",   "batch cancel",   "batch retry",
              "batch move",    "batch priority", "batch clear",    "colorize",
              "evaluate",      "info",           "models",         "prints",
              "restore",       "models add",     "models export",  "models verify",
              "models remove", "models default", "models rollback"})
            QTest::newRow(command) << command;
#ifdef AUTOCHROME_TRAINING
        for (const char* command : {"evaluate-damage", "shards", "survey", "train", "train-damage"})
            QTest::newRow(command) << command;
#endif
    }

    // Every option that --help names is in the completions, and, but for train's, in the manual.
    void help()
    {
        QFETCH(QString, command);
        CliSandbox sandbox;
        const CliRun general = sandbox.run({"--help"});
        QCOMPARE(general.exitCode, 0);
        const QStringList words = command.split(u' ');
        QVERIFY2(general.out.contains(words[0].toUtf8()), general.out);
        const CliRun run = sandbox.run(words + QStringList{"--help"});
        QCOMPARE(run.exitCode, 0);
        const QString help = QString::fromUtf8(run.out);
        for (const QString& line : help.split(u'\n'))
            QVERIFY2(line.size() <= 80, qPrintable(line));

        const QString manual = packagingFile("man/autochrome-cli.1").remove(u'\\');
        const QString bash = packagingFile("completions/autochrome-cli.bash");
        const QString zsh = packagingFile("completions/_autochrome-cli");
        const QString fish = packagingFile("completions/autochrome-cli.fish");
        QVERIFY(!manual.isEmpty() && !bash.isEmpty() && !zsh.isEmpty() && !fish.isEmpty());
        static const QRegularExpression options("^ +(?:-\\w,)?--([\\w-]+)",
                                                QRegularExpression::MultilineOption);
        int count = 0;
        for (auto match = options.globalMatch(help); match.hasNext(); ++count) {
            const QString name = match.next().captured(1);
            QVERIFY2(bash.contains("--" + name), qPrintable(name));
            QVERIFY2(zsh.contains("--" + name), qPrintable(name));
            QVERIFY2(fish.contains("-l " + name), qPrintable(name));
            if (command != "train")
                QVERIFY2(manual.contains("--" + name), qPrintable(name));
        }
        // --help and, but for the shortest ones, one more
        QVERIFY2(count >= (command.startsWith("models ") ? 1 : 2), qPrintable(help));
    }

    void bashCompletes_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("command") << "autochrome-cli co" << QByteArray("colorize");
        QTest::newRow("option") << "autochrome-cli colorize --ov" << QByteArray("--overwrite");
        QTest::newRow("mode") << "autochrome-cli colorize --overwrite re"
                              << QByteArray("replace rename");
        QTest::newRow("command of models")
            << "autochrome-cli models roll" << QByteArray("rollback");
        QTest::newRow("option of a command of models")
            << "autochrome-cli models default --c" << QByteArray("--clear");
        QTest::newRow("model file") << "autochrome-cli models add a" << QByteArray("a.jpg");
        QTest::newRow("photo") << "autochrome-cli colorize a" << QByteArray("a.jpg");
    }

    void bashCompletes()
    {
        QFETCH(QString, words);
        QFETCH(QByteArray, expected);
        CliSandbox sandbox;
        sandbox.write("a.jpg", smallJpeg());
        const CliRun run =
            sandbox.shell(QString("exec bash -c 'source \"%1/completions/autochrome-cli.bash\"; "
                                  "COMP_WORDS=(%2); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "
                                  "_autochrome_cli; echo \"${COMPREPLY[*]}\"'")
                              .arg(AUTOCHROME_PACKAGING, words));
        QCOMPARE(run.out.trimmed(), expected);
    }
};

QTEST_GUILESS_MAIN(TestCliUsage)
#include "test_usage.moc"
