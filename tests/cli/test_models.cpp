#include "tests/cli/cli_sandbox.h"
#include "tests/cli/test_files.h"
#include "tests/support/make_model.h"

#include <QFile>
#include <QJsonArray>
#include <QtTest>

using namespace autochrome;

namespace {

QByteArray modelBytes()
{
    QFile file(CliSandbox::modelPath());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Of the models that are listed: first the sandbox's own, then the one that the tree ships.
QStringList namesOf(CliSandbox& sandbox)
{
    QStringList names;
    for (const QJsonObject& model : sandbox.run({"models", "--json"}).objects())
        names.append(model["name"].toString());
    return names;
}

} // namespace

/// `models`, and the ways in which --model and --device can fail.
class TestCliModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists()
    {
        CliSandbox sandbox;
        const CliRun run = sandbox.run({"models"});
        QVERIFY2(run.exitCode == 0, run.err);
        QVERIFY2(run.out.contains("test-model  (default)"), run.out);
        QVERIFY2(run.out.contains(CliSandbox::modelPath().toUtf8()), run.out);

        const QList<QJsonObject> objects = sandbox.run({"models", "--json"}).objects();
        QVERIFY(!objects.isEmpty());
        QCOMPARE(objects[0]["name"].toString(), "test-model");
        QCOMPARE(objects[0]["default"].toBool(), true);
        QCOMPARE(objects[0]["path"].toString(), CliSandbox::modelPath());
        QCOMPARE(objects[0]["sha256"].toString().size(), 64);
    }

    void byNameAndByPath()
    {
        CliSandbox sandbox;
        sandbox.write("a.jpg", smallJpeg());
        for (const QString& model : {QString("test-model"), CliSandbox::modelPath()}) {
            const CliRun run = sandbox.run({"colorize", "a.jpg", "--json", "-m", model});
            QVERIFY2(run.exitCode == 0, run.err);
            QCOMPARE(run.objects().at(0)["model"]["name"].toString(), "test-model");
        }
    }

    void bad_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("code");

        const QByteArray model = modelBytes();
        QVERIFY(model.size() > 1000000);
        QByteArray flipped = model;
        const qsizetype last = flipped.size() - 1000;
        flipped[last] = char(flipped[last] ^ 0x10);
        QByteArray other = model;
        other.replace("autochrome-efficientnet_b0-unet", "autochrome-some_other_net-trans");
        QVERIFY(other != model);
        const QByteArray header(R"({"t":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})");
        QByteArray length(8, '\0');
        length[0] = char(header.size());

        QTest::newRow("cut short") << model.left(model.size() - 1000) << "model-invalid";
        QTest::newRow("cut in its header") << model.left(500) << "model-invalid";
        QTest::newRow("empty") << QByteArray() << "model-invalid";
        QTest::newRow("a damaged weight") << flipped << "model-invalid";
        QTest::newRow("another architecture") << other << "model-invalid";
        QTest::newRow("another program's safetensors")
            << length + header + QByteArray(4, '\0') << "model-invalid";
        QTest::newRow("no safetensors at all") << QByteArray(4000, 'x') << "model-invalid";
    }

    void bad()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, code);
        CliSandbox sandbox;
        sandbox.write("a.jpg", smallJpeg());
        sandbox.write("broken.safetensors", content);
        const CliRun run =
            sandbox.run({"colorize", "a.jpg", "--json", "--model", "broken.safetensors"});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("broken.safetensors"), run.err);
        QVERIFY2(run.err.endsWith(".\n") && run.err.count('\n') == 1, run.err);
        const QList<QJsonObject> objects = run.objects();
        QCOMPARE(objects.size(), 1);
        QCOMPARE(objects[0]["status"].toString(), "failed");
        QCOMPARE(objects[0]["error"]["code"].toString(), code);
        QCOMPARE(sandbox.files(), (QStringList{"a.jpg", "broken.safetensors"}));
    }

    void missing()
    {
        CliSandbox sandbox;
        sandbox.write("a.jpg", smallJpeg());
        for (const char* model : {"nowhere.safetensors", "no-such-name"}) {
            const CliRun run = sandbox.run({"colorize", "a.jpg", "--model", model});
            QCOMPARE(run.exitCode, 1);
            QVERIFY2(run.err.contains(model), run.err);
            QCOMPARE(sandbox.files(), QStringList{"a.jpg"});
        }
    }

    // The program also finds the models of the tree it was built from: hidden here by a mount.
    void noneAtAll()
    {
        CliSandbox sandbox;
        sandbox.write("a.jpg", smallJpeg());
        if (sandbox.shell("unshare -rm true").exitCode != 0)
            QSKIP("this system lets nobody hide a folder for a test");
        const QString hide =
            QString("mount -t tmpfs none '%1' && export AUTOCHROME_MODELS=/nowhere && ")
                .arg(AUTOCHROME_MODELS_OF_THE_TREE);
        CliRun run = sandbox.shell("exec unshare -rm sh -c \"" + hide + "'$CLI' colorize a.jpg\"");
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("No model was found"), run.err);
        QCOMPARE(sandbox.files(), QStringList{"a.jpg"});
        run = sandbox.shell("exec unshare -rm sh -c \"" + hide + "'$CLI' models\"");
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("No model was found"), run.err);
    }

    void tendsTheLibrary()
    {
        CliSandbox sandbox;
        makeTestModel(sandbox.path().toStdString(), TestModel::Neutral);
        QVERIFY(QFile::rename(sandbox.path("test-model-1.safetensors"),
                              sandbox.path("mine.safetensors")));
        const QString own = "../home/.local/share/autochrome/models/";
        CliRun run = sandbox.run({"models", "add", "mine.safetensors", "--name", "album"});
        QVERIFY2(run.exitCode == 0, run.err);
        QVERIFY2(run.out.trimmed().endsWith("/autochrome/models/album.safetensors"), run.out);
        QVERIFY(QFile::exists(sandbox.path(own + "album.safetensors")));
        run = sandbox.run({"models", "add", "mine.safetensors"}); // its weights are there
        QVERIFY2(run.out.contains("album.safetensors"), run.out);

        run = sandbox.run({"models", "verify", "album"});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.out, QByteArray("album: good\n"));
        QCOMPARE(sandbox.run({"models", "verify"}).exitCode, 0);

        run = sandbox.run({"models", "export", "album", "out.safetensors"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(sandbox.run({"models", "verify", "out.safetensors"}).exitCode, 0);
        QCOMPARE(sandbox.run({"models", "export", "album", "out.safetensors"}).exitCode, 1);

        QCOMPARE(sandbox.run({"models", "remove", "album"}).exitCode, 0);
        QVERIFY(!QFile::exists(sandbox.path(own + "album.safetensors")));
        QCOMPARE(sandbox.run({"models", "remove", "album"}).exitCode, 1);
        run = sandbox.run({"models", "remove", "test-model"}); // not the person's own
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("not one of yours"), run.err);
        QVERIFY(QFile::exists(CliSandbox::modelPath()));
    }

    void choosesADefaultAndGoesBack()
    {
        CliSandbox sandbox;
        sandbox.write("a.jpg", smallJpeg());
        const auto defaultNow = [&] {
            return QString::fromUtf8(sandbox.run({"models", "default"}).out).section("  ", 0, 0);
        };
        QCOMPARE(defaultNow(), "test-model");
        CliRun run = sandbox.run({"models", "rollback"});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("none to go back to"), run.err);

        // The one that the tree ships is another.
        const QStringList names = namesOf(sandbox);
        QVERIFY2(names.size() >= 2, "the tree's own model is found too");
        run = sandbox.run({"models", "default", names[1]});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(defaultNow(), names[1]);
        QVERIFY(sandbox.run({"models"}).out.startsWith(names[1].toUtf8() + "  (default)\n"));
        run = sandbox.run({"colorize", "a.jpg", "--json"});
        QCOMPARE(run.objects().at(0)["model"]["name"].toString(), names[1]);

        run = sandbox.run({"models", "rollback"});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(defaultNow(), "test-model");
        QCOMPARE(sandbox.run({"models", "default", "nobody"}).exitCode, 1);
    }

    // As a person has it for whom no variable is set.
    void addingIsNoChoice()
    {
        CliSandbox sandbox;
        makeTestModel(sandbox.path().toStdString(), TestModel::Neutral);
        const CliRun run = sandbox.shell(
            "unset AUTOCHROME_MODELS; \"$CLI\" models default; "
            "\"$CLI\" models add test-model-1.safetensors --name a >/dev/null; "
            "\"$CLI\" models default; \"$CLI\" models rollback 2>/dev/null; echo $?; "
            "\"$CLI\" models default a; \"$CLI\" models rollback; \"$CLI\" models default");
        const QStringList lines = run.lines();
        QCOMPARE(lines.size(), 6);
        QVERIFY(lines[0] != "a  (default)");
        QCOMPARE(lines[1], lines[0]);
        QCOMPARE(lines[2], "2");
        QCOMPARE(lines[3], "a  (default)");
        QCOMPARE(lines[4], lines[0]);
        QCOMPARE(lines[5], lines[0]);
    }

    void choosesForAFolder()
    {
        CliSandbox sandbox;
        sandbox.write("album/old/a.jpg", smallJpeg());
        sandbox.write("b.jpg", smallJpeg());
        const QByteArray home = sandbox.shell("readlink -f .").out.trimmed();
        const QStringList names = namesOf(sandbox);
        QVERIFY2(names.size() >= 2, "the tree's own model is found too");
        const QString other = names[1];

        CliRun run = sandbox.run({"models", "default", other, "--for", "album"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(run.out, other.toUtf8() + "  (for " + home + "/album)\n");
        QCOMPARE(sandbox.run({"models", "default", "--for", "album/old"}).out, run.out);
        QCOMPARE(sandbox.run({"models", "default", "--for", "."}).out,
                 QByteArray("test-model  (default)\n"));

        QVERIFY(sandbox.run({"models"}).out.contains("  for " + home + "/album\n"));
        const QList<QJsonObject> listed = sandbox.run({"models", "--json"}).objects();
        QCOMPARE(listed.at(0)["collections"].toArray(), QJsonArray());
        QCOMPARE(listed.at(1)["collections"].toArray(),
                 QJsonArray{QString::fromUtf8(home + "/album")});

        // Each photo is coloured with its own, in one run.
        run = sandbox.run({"colorize", "album/old/a.jpg", "b.jpg", "-o", "out/", "--json"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(run.objects().at(0)["model"]["name"].toString(), other);
        QCOMPARE(run.objects().at(1)["model"]["name"].toString(), "test-model");
        // A model that is named goes before.
        run = sandbox.run({"colorize", "album", "-r", "-o", "out/", "--json", "-m", "test-model"});
        QCOMPARE(run.objects().at(0)["model"]["name"].toString(), "test-model");
        // In the queue likewise.
        QCOMPARE(sandbox.run({"batch", "add", "album", "b.jpg", "-o", "queued/"}).exitCode, 0);
        QCOMPARE(sandbox.run({"batch", "run", "--quiet"}).exitCode, 0);
        const QList<QJsonObject> jobs =
            sandbox.run({"batch", "status", "--jobs", "--json"}).objects();
        QMap<QString, QString> models;
        for (const QJsonObject& job : jobs)
            models[job["source"].toString().section(u'/', -1)] = job["model"]["name"].toString();
        QCOMPARE(models.value("a.jpg"), other);
        QCOMPARE(models.value("b.jpg"), "test-model");

        run = sandbox.run({"models", "default", "--for", "album", "--clear"});
        QCOMPARE(run.out, QByteArray("test-model  (default)\n"));
        QCOMPARE(sandbox.run({"models", "default", "--for", "album", "--clear"}).exitCode, 2);
        QCOMPARE(sandbox.run({"models", "default", "nobody", "--for", "album"}).exitCode, 1);
        QCOMPARE(sandbox.run({"models", "default", other, "--for", "nowhere"}).exitCode, 1);
        QCOMPARE(sandbox.run({"models", "default", "--clear"}).exitCode, 2);
        QCOMPARE(sandbox.run({"models", "default", other, "--for", "album", "--clear"}).exitCode,
                 2);
    }

    void warnsOfAModelThatIsGone()
    {
        CliSandbox sandbox;
        sandbox.write("album/a.jpg", smallJpeg());
        sandbox.write("album/b.jpg", smallJpeg());
        makeTestModel(sandbox.path().toStdString(), TestModel::Neutral);
        const CliRun added =
            sandbox.run({"models", "add", "test-model-1.safetensors", "--name", "mine"});
        QCOMPARE(added.exitCode, 0);
        QCOMPARE(sandbox.run({"models", "default", "mine", "--for", "album"}).exitCode, 0);
        QVERIFY(QFile::remove(QString::fromUtf8(added.out.trimmed())));
        CliRun run = sandbox.run({"colorize", "album", "-o", "out/", "--json"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(run.objects().at(1)["model"]["name"].toString(), "test-model");
        QCOMPARE(run.err.count("“mine”"), 1); // once, not with each photo
        QVERIFY2(run.err.contains("is gone"), run.err);
        run = sandbox.run({"models"});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.err.contains("is gone"), run.err);
    }

    void takesEncoders()
    {
        CliSandbox sandbox;
        makeTestEncoder(sandbox.path().toStdString(), "b0");
        const QString own = "../home/.local/share/autochrome/encoders/";
        CliRun run = sandbox.run({"models", "add", "b0.safetensors", "--name", "imagenet"});
        QVERIFY2(run.exitCode == 0, run.err);
        QVERIFY2(run.err.contains("is an encoder"), run.err);
        QVERIFY2(run.out.trimmed().endsWith("/autochrome/encoders/imagenet.safetensors"), run.out);
        QVERIFY(QFile::exists(sandbox.path(own + "imagenet.safetensors")));
        QVERIFY(!sandbox.run({"models"}).out.contains("imagenet")); // colours nothing
        run = sandbox.run({"models", "--encoders"});
        QVERIFY2(run.out.startsWith("imagenet\n"), run.out);
        const QList<QJsonObject> objects =
            sandbox.run({"models", "--encoders", "--json"}).objects();
        QCOMPARE(objects.size(), 1);
        QCOMPARE(objects[0]["name"].toString(), "imagenet");
        QCOMPARE(objects[0]["sha256"].toString().size(), 64);
        QCOMPARE(sandbox.run({"models", "verify", "imagenet"}).out, QByteArray("imagenet: good\n"));
        QVERIFY(sandbox.run({"models", "verify"}).out.contains("imagenet: good\n"));
        QCOMPARE(sandbox.run({"models", "export", "imagenet", "out.safetensors"}).exitCode, 0);
        QCOMPARE(sandbox.read("out.safetensors"), sandbox.read("b0.safetensors"));
        QCOMPARE(sandbox.run({"models", "remove", "imagenet"}).exitCode, 0);
        QVERIFY(sandbox.run({"models", "--encoders"}).out.isEmpty());
    }

    void refusesToAdd_data() { bad_data(); }

    void refusesToAdd()
    {
        QFETCH(QByteArray, content);
        CliSandbox sandbox;
        sandbox.write("broken.safetensors", content);
        const CliRun run = sandbox.run({"models", "add", "broken.safetensors"});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("broken.safetensors") && run.err.endsWith(".\n"), run.err);
        QCOMPARE(sandbox.run({"models", "verify", "./broken.safetensors"}).exitCode, 1);
        QVERIFY(!QFile::exists(sandbox.path("../home/.local/share/autochrome/models")));
    }

    void missingDevice()
    {
        CliSandbox sandbox;
        sandbox.write("a.jpg", smallJpeg());
        const CliRun run = sandbox.run({"colorize", "a.jpg", "--device", "cuda:77"});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("cuda:77"), run.err);
        QCOMPARE(sandbox.files(), QStringList{"a.jpg"});
    }
};

QTEST_GUILESS_MAIN(TestCliModels)
#include "test_models.moc"
