#include "tests/ui/window/window_fixture.h"
#include "ui/training/models/library_contents.h"
#include "ui/training/models/model_details.h"
#include "ui/training/setup/problem_line.h"

#include <QtTest>

using namespace autochrome;

namespace {

const QString longName = "IMG_" + QString("0123456789abcdef").repeated(13) + ".png";

} // namespace

class TestLongTrainingNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesStayNarrow();
};

void TestLongTrainingNames::pagesStayNarrow()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    LibraryContents library;
    library.items.push_back({.path = "/models/" + longName.toStdString(),
                             .name = longName,
                             .summary = longName,
                             .folders = {"/photos/" + longName.toStdString()}});
    ModelDetails details;
    const int before = details.minimumSizeHint().width();
    details.showItem(&library.items.front(), library);
    details.setVerdict(ModelDetails::Verdict::Damaged, longName);
    QVERIFY2(details.minimumSizeHint().width() <= before + 80,
             qPrintable(QString::number(details.minimumSizeHint().width())));

    const ProblemLine problem({.sentence = "“" + longName + "” is there already.",
                               .remedy = SetUpProblem::Remedy::OtherName,
                               .word = longName});
    QVERIFY2(problem.minimumSizeHint().width() <= 400,
             qPrintable(QString::number(problem.minimumSizeHint().width())));
}

QTEST_MAIN(TestLongTrainingNames)
#include "test_long_training_names.moc"
