#include "core/base/error_names.h"
#include "core/base/markup.h"
#include "core/base/path_text.h"
#include "core/base/text.h"
#include "core/base/utf8.h"
#include "core/photo/formats/format_names.h"
#include "core/queue/report/batch_report.h"

#include <cstdio>
#include <map>

namespace autochrome::inline queue {
namespace {

// Elements with indentation; every text is escaped.
class Xml
{
public:
    class Element
    {
    public:
        Element(Xml& xml, const std::string& name, const std::string& attributes = {})
            : xml_(xml), name_(name)
        {
            xml_.line("<" + name + (attributes.empty() ? "" : " " + attributes) + ">");
            ++xml_.depth_;
        }
        ~Element()
        {
            --xml_.depth_;
            xml_.line("</" + name_ + ">");
        }
        Element(const Element&) = delete;
        Element& operator=(const Element&) = delete;

    private:
        Xml& xml_;
        std::string name_;
    };

    void leaf(const std::string& name, const std::string& content)
    {
        line("<" + name + ">" + escapedMarkup(content) + "</" + name + ">");
    }

    void line(const std::string& content) { text_.append(2 * depth_, ' ').append(content) += '\n'; }

    std::string take() { return std::move(text_); }

private:
    std::string text_;
    std::size_t depth_ = 0;
};

std::string mediaType(const std::filesystem::path& path)
{
    const auto format = formatOfExtension(path);
    return format ? std::string(factsOf(*format).mimeTypes.front()) : "application/octet-stream";
}

// A path that is no UTF-8 is told as an address.
const char* identifierType(const std::filesystem::path& path)
{
    return isUtf8(path.native()) ? "path" : "URI";
}

// A file by its path, with its fixity.
void writeObject(Xml& xml, const std::filesystem::path& path, const std::string& sha256,
                 const std::filesystem::path& derivedFrom)
{
    const Xml::Element object(xml, "object", "xsi:type=\"file\"");
    {
        const Xml::Element identifier(xml, "objectIdentifier");
        xml.leaf("objectIdentifierType", identifierType(path));
        xml.leaf("objectIdentifierValue", portablePath(path));
    }
    {
        const Xml::Element characteristics(xml, "objectCharacteristics");
        if (!sha256.empty()) {
            const Xml::Element fixity(xml, "fixity");
            xml.leaf("messageDigestAlgorithm", "SHA-256");
            xml.leaf("messageDigest", sha256);
            xml.leaf("messageDigestOriginator", "Autochrome " AUTOCHROME_VERSION);
        }
        const Xml::Element format(xml, "format");
        const Xml::Element designation(xml, "formatDesignation");
        xml.leaf("formatName", mediaType(path));
    }
    xml.leaf("originalName", portableName(path));
    if (derivedFrom.empty())
        return;
    const Xml::Element relationship(xml, "relationship");
    xml.leaf("relationshipType", "derivation");
    xml.leaf("relationshipSubType", "has source");
    const Xml::Element related(xml, "relatedObjectIdentifier");
    xml.leaf("relatedObjectIdentifierType", identifierType(derivedFrom));
    xml.leaf("relatedObjectIdentifierValue", portablePath(derivedFrom));
}

void writeLink(Xml& xml, const std::string& kind, const std::string& type, const std::string& value,
               const std::string& role)
{
    const Xml::Element link(xml, "linking" + kind + "Identifier");
    xml.leaf("linking" + kind + "IdentifierType", type);
    xml.leaf("linking" + kind + "IdentifierValue", value);
    xml.leaf("linking" + kind + "Role", role);
}

void writeEvent(Xml& xml, const Batch& batch, const Job& job)
{
    const PhotoOutcome& outcome = job.outcome;
    const Xml::Element event(xml, "event");
    {
        const Xml::Element identifier(xml, "eventIdentifier");
        xml.leaf("eventIdentifierType", "Autochrome job");
        xml.leaf("eventIdentifierValue", std::to_string(batch.id) + "/" + std::to_string(job.id) +
                                             "/" + std::to_string(job.started));
    }
    xml.line("<eventType authority=\"eventType\" "
             "authorityURI=\"http://id.loc.gov/vocabulary/preservation/eventType\" "
             "valueURI=\"http://id.loc.gov/vocabulary/preservation/eventType/cre\">creation"
             "</eventType>");
    xml.leaf("eventDateTime", isoTime(job.finished));
    {
        const Xml::Element information(xml, "eventDetailInformation");
        std::string detail = "Colourised by AI; colours simulated.";
        if (!outcome.model.empty())
            detail += " Model " + outcome.model + " (SHA-256 " + outcome.modelSha256 + ").";
        if (!outcome.recipe.empty())
            detail += " Recipe " + outcome.recipe;
        xml.leaf("eventDetail", detail);
    }
    {
        const Xml::Element information(xml, "eventOutcomeInformation");
        xml.leaf("eventOutcome", job.state == JobState::Done ? "success" : "failure");
        std::string note;
        if (outcome.error)
            note = std::string(errorCodeName(outcome.error->code)) + ": " +
                   inWords(outcome.error->message);
        if (outcome.lightness) {
            char figures[160];
            std::snprintf(figures, sizeof(figures),
                          "Difference of CIE L* (D65) between the written file and its source: "
                          "%.4f at most, %.4f for 99.9 %% of the pixels, %.4f on average.",
                          outcome.lightness->greatest, outcome.lightness->most,
                          outcome.lightness->mean);
            if (!note.empty())
                note += ' ';
            note += figures;
        }
        if (outcome.repair.share > 0) {
            char figure[80];
            std::snprintf(figure, sizeof(figure), "Damage filled in: %.4f %% of the pixels.",
                          100 * outcome.repair.share);
            if (!note.empty())
                note += ' ';
            note += figure;
        }
        for (const Message& warning : outcome.warnings) {
            if (!note.empty())
                note += ' ';
            note += inWords(warning);
        }
        if (!note.empty()) {
            const Xml::Element detail(xml, "eventOutcomeDetail");
            xml.leaf("eventOutcomeDetailNote", note);
        }
    }
    writeLink(xml, "Agent", "software", "Autochrome " AUTOCHROME_VERSION, "executing program");
    if (!outcome.modelSha256.empty())
        writeLink(xml, "Agent", "SHA-256", outcome.modelSha256, "model");
    writeLink(xml, "Object", identifierType(job.source.path), portablePath(job.source.path),
              "source");
    if (job.state == JobState::Done)
        writeLink(xml, "Object", identifierType(outcome.result), portablePath(outcome.result),
                  "outcome");
}

void writeAgent(Xml& xml, const std::string& type, const std::string& value,
                const std::string& name, const std::string& version)
{
    const Xml::Element agent(xml, "agent");
    {
        const Xml::Element identifier(xml, "agentIdentifier");
        xml.leaf("agentIdentifierType", type);
        xml.leaf("agentIdentifierValue", value);
    }
    xml.leaf("agentName", name);
    xml.leaf("agentType", "software");
    if (!version.empty())
        xml.leaf("agentVersion", version);
}

} // namespace

std::string premisXml(const BatchReport& report)
{
    Xml xml;
    xml.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    xml.line(
        "<!-- A path whose bytes are no UTF-8 is identified by its file: address, in which each "
        "such byte stands as %XX; an original name likewise. -->");
    {
        const Xml::Element premis(
            xml, "premis",
            "xmlns=\"http://www.loc.gov/premis/v3\" "
            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
            "xsi:schemaLocation=\"http://www.loc.gov/premis/v3 "
            "http://www.loc.gov/standards/premis/v3/premis.xsd\" version=\"3.0\"");
        const auto worked = [](const Job& job) {
            return job.state == JobState::Done || job.state == JobState::Failed;
        };
        std::map<std::string, std::string> models;
        for (const Job& job : report.jobs) {
            if (!worked(job))
                continue;
            writeObject(xml, job.source.path, job.outcome.sourceSha256, {});
            if (job.state == JobState::Done)
                writeObject(xml, job.outcome.result, job.outcome.resultSha256, job.source.path);
            if (!job.outcome.modelSha256.empty())
                models[job.outcome.modelSha256] = job.outcome.model;
        }
        for (const Job& job : report.jobs)
            if (worked(job))
                writeEvent(xml, report.batch, job);
        writeAgent(xml, "software", "Autochrome " AUTOCHROME_VERSION, "Autochrome",
                   AUTOCHROME_VERSION);
        for (const auto& [sha256, name] : models)
            writeAgent(xml, "SHA-256", sha256, "Autochrome model " + name, {});
    }
    return xml.take();
}

} // namespace autochrome::inline queue
