#include "core/edit/recipe_parameters.h"
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

// The part of a text from a line that begins so to the next that ends it.
QString part(const QString& text, const QString& from, const QString& to)
{
    const qsizetype start = text.indexOf(from);
    return start < 0 ? QString() : text.mid(start, text.indexOf(to, start) - start);
}

} // namespace

/// Each option that the table of parameters names: of which commands, checked, in every shell's
/// completions and in the manual.
class TestCliRecipeOptions : public QObject
{
    Q_OBJECT

    CliSandbox sandbox_;
    QString colorizeHelp_, addHelp_, evaluateHelp_;

    QString helpOf(const QStringList& command)
    {
        return QString::fromUtf8(sandbox_.run(command + QStringList{"--help"}).out);
    }

    static void eachRow()
    {
        QTest::addColumn<QString>("key");
        for (const RecipeParameter& row : recipeParameters())
            if (*row.option.names)
                QTest::newRow(row.key) << QString(row.key);
    }

private Q_SLOTS:
    void initTestCase()
    {
        sandbox_.write("a.jpg", smallJpeg());
        colorizeHelp_ = helpOf({"colorize"});
        addHelp_ = helpOf({"batch", "add"});
        evaluateHelp_ = helpOf({"evaluate"});
    }

    void isThereWhereItBelongs_data() { eachRow(); }
    void isThereWhereItBelongs()
    {
        QFETCH(QString, key);
        const RecipeParameter& row = recipeParameter(key.toStdString());
        const QString option = QString::fromStdString(row.longOption());
        const QRegularExpression named("(^|[ ,])" + QRegularExpression::escape(option) + "\\b",
                                       QRegularExpression::MultilineOption);
        QVERIFY(colorizeHelp_.contains(named));
        QVERIFY(addHelp_.contains(named));
        QCOMPARE(evaluateHelp_.contains(named), row.option.isMeasured);

        const QString manual = packagingFile("man/autochrome-cli.1").remove(u'\\');
        QVERIFY(part(manual, ".SS batch", ".SS colorize").contains(named));
        QVERIFY(part(manual, ".SS colorize", ".SS evaluate").contains(named));
        QCOMPARE(part(manual, ".SS evaluate", ".SS info").contains(named), row.option.isMeasured);
        const QString fish = packagingFile("completions/autochrome-cli.fish");
        for (const char* command : {"add", "colorize", "evaluate"})
            QCOMPARE(fish.contains(QString("-n \"$%1\"").arg(command)) &&
                         fish.contains(QRegularExpression(
                             QString("-n \"\\$%1\".* -l %2 ").arg(command, option.mid(2)))),
                     row.option.isMeasured || QByteArray(command) != "evaluate");
        const QString zsh = packagingFile("completions/_autochrome-cli");
        QVERIFY(part(zsh, "    add)", ";;").contains(option));
        QVERIFY(part(zsh, "    colorize)", ";;").contains(option));
        QCOMPARE(part(zsh, "    evaluate)", ";;").contains(option), row.option.isMeasured);
    }

    // The person gets the option itself, and for a choice its names.
    void bashCompletes_data() { eachRow(); }
    void bashCompletes()
    {
        QFETCH(QString, key);
        const RecipeParameter& row = recipeParameter(key.toStdString());
        const QString option = QString::fromStdString(row.longOption());
        const auto completed = [this](const QString& words) {
            return sandbox_
                .shell(QString("exec bash -c 'source \"%1/completions/autochrome-cli.bash\"; "
                               "COMP_WORDS=(autochrome-cli colorize %2); "
                               "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "
                               "_autochrome_cli; echo \"${COMPREPLY[*]}\"'")
                           .arg(AUTOCHROME_PACKAGING, words))
                .out.trimmed();
        };
        QCOMPARE(completed(option.chopped(1)), option.toUtf8());
        if (*row.option.value) {
            const QByteArray values = completed(option + " \"\"");
            for (const ParameterChoice& choice : row.choices)
                QVERIFY2(values.split(' ').contains(choice.name), values);
            if (row.choices.empty() && row.row.offered.empty())
                QVERIFY2(values.isEmpty(), values); // no file stands behind a number
        }
    }

    void refusesWhatIsNotAllowed_data() { eachRow(); }
    void refusesWhatIsNotAllowed()
    {
        QFETCH(QString, key);
        const RecipeParameter& row = recipeParameter(key.toStdString());
        if (!*row.option.value)
            QSKIP("a flag has no value");
        const QString option = QString::fromStdString(row.longOption());
        for (const char* value : {"-7.5", "1000000", "much"}) {
            const CliRun run = sandbox_.run({"colorize", "a.jpg", option + '=' + value});
            QCOMPARE(run.exitCode, 2);
            QVERIFY2(run.err.contains(option.toUtf8()), run.err);
            QVERIFY2(run.err.contains(row.demand().c_str()), run.err);
        }
        QCOMPARE(sandbox_.files(), QStringList{"a.jpg"});
    }
};

QTEST_GUILESS_MAIN(TestCliRecipeOptions)
#include "test_recipe_options.moc"
