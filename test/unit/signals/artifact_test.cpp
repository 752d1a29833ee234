// Artifacts: cut anywhere they read the same; each kind's fields; each reason why a line is not loaded.
#include "core/signals/artifact.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

namespace harmony::signals {
namespace {

const std::string node_line =
    R"({"type":"node_metadata","canonical_node_id":"n","metric_id":"m","metric":{"polarity":"higher_is_better"},)"
    R"("canonical_child_node_ids":[{"canonical_child_node_id":"c","edge_type":"trends_to"}]})";

std::string entity_with(const std::string &values, const std::string &facility = "F1") {
  return R"({"entity":[{"id":"facilityId","value":")" + facility +
         R"("}],"metric":[{"metadata":{"metric_id":"m"},"values":)" + values + "}]}";
}

// All that is told, a line each.
class record : public artifact_sink {
 public:
  std::ostringstream told;

  void kind(artifact_kind kind) override { told << "kind " << name_of(kind) << "\n"; }
  void node(std::size_t line, const node_metadata &node) override {
    told << line << " node " << node.node_id << " " << node.metric_id << " " << node.polarity;
    if (node.polarity == "target_range") told << " " << node.range_low << ".." << node.range_high;
    told << "\n";
  }
  void entity(std::size_t line, const entity_line &entity, std::string_view excerpt) override {
    told << line << " entity " << entity.facility_id;
    for (const auto &[id, value] : entity.dimensions) told << " " << id << "=" << value;
    if (entity.facility) told << " (" << *entity.facility << ")";
    if (entity.system_name) told << " of " << *entity.system_name;
    if (!std::isnan(entity.encounters)) told << " n " << entity.encounters;
    if (!entity.is_monthly) told << " = " << entity.value;
    if (entity.is_monthly) told << " months";
    for (std::size_t k = 0; k < entity.periods.size(); ++k) told << " " << entity.periods[k] << ":" << entity.values[k];
    if (!excerpt.empty()) told << " again?";
    told << "\n";
  }
  void document(std::size_t line, std::string_view text) override { told << line << " document " << text << "\n"; }
  void refused(std::size_t line, std::string_view reason, std::string_view excerpt) override {
    told << line << " refused: " << reason << " | " << excerpt << "\n";
  }
  void statistic(std::size_t line, std::string_view name, double stated, double computed) override {
    told << line << " states " << name << " " << stated;
    if (!std::isnan(computed)) told << " is " << computed;
    told << "\n";
  }
};

std::string read_in_pieces(std::string_view text, std::size_t first, std::size_t size,
                           const std::function<bool(std::string_view)> &is_text = {}) {
  record sink;
  artifact_parser parser(sink, is_text);
  parser.push(text.substr(0, first));
  for (std::size_t at = first; at < text.size(); at += size) parser.push(text.substr(at, size));
  parser.finish();
  return sink.told.str();
}
std::string read_whole(std::string_view text, const std::function<bool(std::string_view)> &is_text = {}) {
  return read_in_pieces(text, text.size(), 1, is_text);
}
// What becomes of a line behind the node's.
std::string outcome(const std::string &line) {
  const std::string told = read_whole(node_line + "\n" + line);
  const std::size_t at = told.find("\n2 ");
  return at == std::string::npos ? "" : told.substr(at + 3, told.rfind(" | ") - at - 3);
}

TEST(signal_artifact, is_the_same_wherever_it_is_cut) {
  const std::string text = "\xEF\xBB\xBF" + node_line + "\r\n\n" + entity_with("1.5", "K\xC3\xB6ln") + "\n \t\r\n" +
                           "not JSON\n" +
                           entity_with(R"({"timeline":[{"period":"202502","value":2},)"
                                       R"({"period":202501,"value":1e0},{"period":"202503","value":null}]})") +
                           "\n" + entity_with("1.5", "K\\u00f6ln");
  const std::string whole = read_whole(text);
  EXPECT_EQ(whole,
            "kind node\n1 node n m higher_is_better\n3 entity K\xC3\xB6ln = 1.5\n5 refused: not JSON | not JSON\n"
            "6 entity F1 months 202501:1 202502:2\n7 entity K\xC3\xB6ln = 1.5 again?\n");
  for (std::size_t first = 0; first <= text.size(); ++first) ASSERT_EQ(read_in_pieces(text, first, text.size()), whole);
  for (std::size_t size = 1; size < 9; ++size) ASSERT_EQ(read_in_pieces(text, 0, size), whole);
}

TEST(signal_artifact, entity_has_all_that_it_says) {
  EXPECT_EQ(outcome(R"({"entity":[{"id":"unit","value":"ICU"},{"id":"facilityId","value":"F1"}],"metric":[{"metadata":)"
                    R"({"metric_id":"other"},"values":7},{"metadata":{"metric_id":"m"},"values":-2}],"metadata":)"
                    R"({"facility":"A","systemName":"S","encounters":12}})"),
            "entity F1 unit=ICU (A) of S n 12 = -2\n");
  EXPECT_EQ(outcome(R"({"entity":[{"id":"ward","value":"W1"},{"id":"unit","value":"ICU"}],"metric":[{"metadata":)"
                    R"({"metric_id":"m"},"values":0}],"metadata":{"facility":null,"encounters":null}})"),
            "entity W1 unit=ICU = 0\n");
  EXPECT_EQ(outcome(entity_with(R"({"timeline":[{"period":"202501","value":null}]})")), "entity F1 months\n");
}

TEST(signal_artifact, entity_is_refused_with_the_reason) {
  const std::pair<std::string, std::string> cases[] = {
      {"{", "not JSON"},
      {"[1] x", "not JSON"},
      {entity_with("NaN"), "not JSON, which has no NaN and no Infinity"},
      {entity_with("-Infinity"), "not JSON, which has no NaN and no Infinity"},
      {entity_with("1e101"), "a number beyond 1e100"},
      {entity_with("-1.7e308"), "a number beyond 1e100"},
      {entity_with("1e400"), "a number beyond the range of double"},
      {entity_with("1e-400"), "a number beyond the range of double"},
      {entity_with("0e999999999"), "a number beyond the range of double"},
      {entity_with("1" + std::string(400, '0')), "a number beyond the range of double"},
      {entity_with("\"1\""), "a value that is no number"},
      {entity_with("null"), "a value that is no number"},
      {entity_with("{}"), "a value that is no number"},
      {entity_with(R"({"timeline":[{"period":"202501"}]})"), "a value that is no number"},
      {entity_with(R"({"timeline":[{"period":"202513","value":1}]})"),
       "a period that is no month, YYYYMM from 190001 to 299912"},
      {entity_with(R"({"timeline":[{"period":"202500","value":1}]})"),
       "a period that is no month, YYYYMM from 190001 to 299912"},
      {entity_with(R"({"timeline":[{"period":"2025AB","value":1}]})"),
       "a period that is no month, YYYYMM from 190001 to 299912"},
      {entity_with(R"({"timeline":[{"period":"-20251","value":1}]})"),
       "a period that is no month, YYYYMM from 190001 to 299912"},
      {entity_with(R"({"timeline":[{"period":202501.5,"value":1}]})"),
       "a period that is no month, YYYYMM from 190001 to 299912"},
      {entity_with(R"({"timeline":[{"period":1e99,"value":1}]})"),
       "a period that is no month, YYYYMM from 190001 to 299912"},
      {entity_with(R"({"timeline":[{"value":1}]})"), "a period that is no month, YYYYMM from 190001 to 299912"},
      {entity_with(R"({"timeline":[{"period":"202501","value":1},{"period":202501,"value":null}]})"), "a month twice"},
      {"{}", "no entity"},
      {"3", "no entity"},
      {R"({"entity":[],"metric":[]})", "no entity"},
      {R"({"entity":[{"id":"facilityId"}]})", "no value"},
      {R"({"entity":[{"id":"facilityId","value":7}]})", "value is no text"},
      {R"({"entity":[{"id":"facilityId","value":""}]})", "value is empty"},
      {entity_with("1", std::string(201, 'x')), "value has more than 200 bytes"},
      {R"({"entity":[{"id":"a","value":"1"},{"id":"a","value":"2"}]})", "a part of the entity twice"},
      {R"({"entity":[{"id":"a","value":"1"}]})", "no metric"},
      {R"({"entity":[{"id":"a","value":"1"}],"metric":[]})", "no metric"},
      {R"({"entity":[{"id":"a","value":"1"}],"metric":[{"values":1}]})", "a metric without metadata.metric_id"},
      {R"({"entity":[{"id":"a","value":"1"}],"metric":[{"metadata":{"metric_id":"x"},"values":1}]})",
       "another metric than the node's"},
      {R"({"entity":[{"id":"a","value":"1"}],"metric":[{"metadata":{"metric_id":"m"},"values":1},)"
       R"({"metadata":{"metric_id":"m"},"values":2}]})",
       "the metric twice"},
      {R"({"entity":[{"id":"a","value":"1"}],"metric":[{"metadata":{"metric_id":"m"},"values":1}],"metadata":[]})",
       "metadata is no object"},
      {R"({"entity":[{"id":"a","value":"1"}],"metric":[{"metadata":{"metric_id":"m"},"values":1}],)"
       R"("metadata":{"encounters":-1}})",
       "encounters is negative"},
      {R"({"entity":[{"id":"a","value":"1"}],"metric":[{"metadata":{"metric_id":"m"},"values":1}],)"
       R"("metadata":{"facility":1}})",
       "facility is no text"},
      {entity_with("1", "\\u0000"), "a zero character"},
      {entity_with("1", std::string(1, '\0')), "a zero character"},
      {entity_with("1", "K\xF6ln"), "not JSON"},
      {entity_with("1", "\\ud800"), "not JSON"},
      {R"({"a":1,"a":2})", "a name twice in an object"},
      {R"({"x":[{"a":1,"\u0061":2}]})", "a name twice in an object"},
      {std::string(65, '[') + std::string(65, ']'), "nested deeper than 64 levels"},
      {std::string(10000, '['), "nested deeper than 64 levels"},
  };
  for (const auto &[line, reason] : cases) EXPECT_EQ(outcome(line), "refused: " + reason) << line.substr(0, 300);
}

TEST(signal_artifact, node_says_what_it_is) {
  const auto node = [](const std::string &rest) {
    const std::string told = read_whole(R"({"type":"node_metadata",)" + rest + "}\n" + entity_with("1"));
    return told.substr(10, told.find(" | ") - 10);  // behind "kind node\n"
  };
  const std::string named = R"("canonical_node_id":"n","metric_id":"m")";
  EXPECT_EQ(node(named), "1 node n m lower_is_better\n2 entity F1 = 1\n");
  EXPECT_EQ(node(named + R"(,"metric":{"polarity":"target_range","range":[-1,2.5]})"),
            "1 node n m target_range -1..2.5\n2 entity F1 = 1\n");
  for (const char *range : {"[2,1]", "[1]", "[1,2,3]", "[1,\"2\"]", "null", "{}"})
    EXPECT_EQ(node(named + R"(,"metric":{"polarity":"target_range","range":)" + range + "}"),
              "1 refused: a target_range without a range of two numbers in order");
  EXPECT_EQ(node(named + R"(,"metric":{"polarity":"up"})"),
            "1 refused: a polarity that is none of lower_is_better, higher_is_better, target_range");
  EXPECT_EQ(node(R"("metric_id":"m")"), "1 refused: no canonical_node_id");
  EXPECT_EQ(node(R"("canonical_node_id":"n","metric_id":"")"), "1 refused: metric_id is empty");
  EXPECT_EQ(node(named + R"(,"canonical_parent_node_ids":{})"), "1 refused: canonical_parent_node_ids is no array");
  EXPECT_EQ(node(named + R"(,"canonical_child_node_ids":[3])"), "1 refused: no canonical_child_node_id");
}

TEST(signal_artifact, without_a_first_line_nothing_is_loaded) {
  EXPECT_EQ(read_whole(""), "");
  EXPECT_EQ(read_whole("\n\n  \r\n"), "");
  EXPECT_EQ(read_whole("x\n" + node_line + "\n"),
            "1 refused: not JSON | x\n2 refused: the first line does not say what this is | " +
                node_line.substr(0, longest_excerpt) + "\n");
  EXPECT_EQ(read_whole("\n{\"type\":7}\n{}"),
            "2 refused: a first line without a type that is known | {\"type\":7}\n"
            "3 refused: the first line does not say what this is | {}\n");
  EXPECT_EQ(read_whole("{\"type\":\"node_metadata\"}\n{}"),
            "kind node\n1 refused: no canonical_node_id | {\"type\":\"node_metadata\"}\n"
            "2 refused: the node of this artifact was refused | {}\n");
}

TEST(signal_artifact, other_kinds_have_their_fields) {
  const std::string contribution =
      R"({"type":"contribution","node_id":"n","metric_id":"m","facility_id":"F","child":"c","value":1,"weight":0})";
  const std::string model =
      R"({"type":"modeling_run","metric_id":"m","model":"l","features":["a","b"],"beta":[1,2],"mean":[3,4]})";
  const std::string shap =
      R"({"type":"shap","metric_id":"m","model":"l","facility_id":"F","feature":"a","x":1,"value":null})";
  const std::string good[] = {
      contribution,
      R"({"type":"classification","node_id":"n","metric_id":"m","facility_id":"F","signal_type":"t","severity":100})",
      model,
      R"({"type":"modeling_experiment","experiment":"e","metric_id":"m","scores":{"r2":0.5}})",
      shap,
      R"({"type":"narrative","facility":"F","value":1,"peers":[],"up":[{"segment":"s"}],"down":[],"hierarchy":[]})",
  };
  for (const std::string &line : good) {
    const std::string kind = line.substr(9, line.find('"', 9) - 9);
    EXPECT_EQ(read_whole(line), "kind " + kind + "\n1 document " + line + "\n");
    EXPECT_EQ(read_whole(line + "\n{}"),
              "kind " + kind + "\n1 document " + line + "\n2 refused: its type is not " + kind + " | {}\n");
  }
  const auto with = [](std::string line, const std::string &old_part, const std::string &new_part) {
    line.replace(line.find(old_part), old_part.size(), new_part);
    const std::string told = read_whole(line);
    const std::size_t at = told.find("refused: ");
    return at == std::string::npos ? told : told.substr(at + 9, told.find(" | ") - at - 9);
  };
  EXPECT_EQ(with(contribution, "\"weight\":0", "\"weight\":-1"), "weight is negative");
  EXPECT_EQ(with(contribution, "\"weight\":0", "\"w\":1"), "no weight");
  EXPECT_EQ(with(contribution, "\"value\":1", "\"value\":\"1\""), "value is no number");
  EXPECT_EQ(with(contribution, "\"child\":\"c\"", "\"child\":null"), "child is no text");
  EXPECT_EQ(with(contribution, "\"value\":1", "\"value\":1,\"name\":[]"), "name is no text");
  EXPECT_EQ(with(good[1], "100", "100.5"), "severity is no whole number from 0 to 100");
  EXPECT_EQ(with(good[1], "100", "101"), "severity is no whole number from 0 to 100");
  EXPECT_EQ(with(model, "[1,2]", "[1]"), "features, beta and mean differ in length");
  EXPECT_EQ(with(model, "[1,2]", "[1,null]"), "beta holds what is no number");
  EXPECT_EQ(with(model, "[3,4]", "3"), "mean is no array");
  EXPECT_EQ(with(model, "\"b\"", "1"), "features holds what is no name");
  EXPECT_EQ(with(good[3], R"({"r2":0.5})", "1"), "scores is no object");
  EXPECT_EQ(with(shap, "\"x\":1", "\"x\":null"), "neither x nor value");
  EXPECT_EQ(with(shap, "\"value\":null", "\"value\":\"\""), "value is no number");
  EXPECT_EQ(with(good[5], R"("peers":[])", R"("peers":[1])"), "peers holds what is no object");
  EXPECT_EQ(with(good[5], R"("up":[{"segment":"s"}])", R"("top":[])"), "up is no array");
}

TEST(signal_artifact, statistics_are_told) {
  std::string node = node_line;
  node.insert(node.size() - 1, R"(,"entity_results_count":2,"statistics":{"mean":1,"sd":"x","kurtosis":3})");
  EXPECT_EQ(read_whole(node),
            "kind node\n1 node n m higher_is_better\n1 states entity_results_count 2\n1 states mean 1\n");
  EXPECT_EQ(outcome(entity_with(R"(1,"statistics":{"z":0.5,"percentile":50,"mean":1})")),
            "entity F1 = 1\n2 states z 0.5\n2 states percentile 50\n");
  EXPECT_EQ(outcome(entity_with(R"({"timeline":[{"period":202501,"value":1},{"period":202502,"value":3}]},)"
                                R"("statistics":{"mean":2,"sd":0,"z":1})")),
            "entity F1 months 202501:1 202502:3\n2 states mean 2 is 2\n2 states sd 0 is 1\n");
}

TEST(signal_artifact, entity_that_was_there_is_never_missed) {
  entity_filter few, many;
  for (std::uint64_t k = 0; k < 1000; ++k) few.add(k * 0x9E3779B97F4A7C15);
  for (std::uint64_t k = 0; k < 1000; ++k) EXPECT_TRUE(few.add(k * 0x9E3779B97F4A7C15));
  std::size_t n_doubted = 0;
  for (std::uint64_t k = 0; k < 100000; ++k) n_doubted += many.add(k * 0x9E3779B97F4A7C15);
  EXPECT_LT(n_doubted, 100u);
  for (std::uint64_t k = 0; k < 100000; ++k) ASSERT_TRUE(many.add(k * 0x9E3779B97F4A7C15));
}

TEST(signal_artifact, long_lines_take_no_memory) {
  const std::string start = R"({"entity":[{"id":"facilityId","value":"F1"}],"metric":[{"metadata":{"metric_id":"m"},)"
                            R"("values":1}],"more":")";
  const std::string fits = start + std::string(longest_line - start.size() - 2, 'x') + "\"}";
  ASSERT_EQ(fits.size(), longest_line);
  EXPECT_EQ(outcome(fits), "entity F1 = 1\n");
  EXPECT_EQ(outcome(fits + "\r\n"), "entity F1 = 1\n");
  EXPECT_EQ(outcome(fits + " "), "refused: longer than 1 MiB");

  record sink;
  artifact_parser parser(sink, {});
  parser.push(node_line + "\n");
  for (int k = 0; k < 32; ++k) parser.push(std::string(1 << 20, 'y'));
  parser.push("\n" + entity_with("2"));
  parser.finish();
  EXPECT_EQ(sink.told.str(), "kind node\n1 node n m higher_is_better\n2 refused: longer than 1 MiB | " +
                                 std::string(longest_excerpt, 'y') + "\n3 entity F1 = 2\n");
}

TEST(signal_artifact, excerpt_is_text_of_200_bytes) {
  const auto excerpt_of = [](const std::string &line, const std::function<bool(std::string_view)> &is_text = {}) {
    const std::string told = read_whole(line, is_text);
    return told.substr(told.find(" | ") + 3);
  };
  EXPECT_EQ(excerpt_of("\xFF\xFE" + std::string("{\0", 2)), "\\xff\\xfe{\\x00\n");
  EXPECT_EQ(excerpt_of(std::string(199, 'a') + "\xC3\xB6"), std::string(199, 'a') + "\n");
  EXPECT_EQ(excerpt_of(std::string(198, 'a') + "\xC3\xB6"), std::string(198, 'a') + "\xC3\xB6\n");
  EXPECT_EQ(excerpt_of("\xED\xA0\x80|\xC0\x80|\xF4\x90\x80\x80|\xE2\x82"),
            "\\xed\\xa0\\x80|\\xc0\\x80|\\xf4\\x90\\x80\\x80|\\xe2\\x82\n");
  const auto is_ascii = [](std::string_view text) { return text.find_first_of("\xC3\xE2") == std::string_view::npos; };
  EXPECT_EQ(excerpt_of("a\xC3\xB6", is_ascii), "a\\xc3\\xb6\n");
}

TEST(signal_artifact, letters_that_the_database_lacks_are_refused) {
  const auto is_ascii = [](std::string_view text) { return text.find_first_of("\xC3\xE2") == std::string_view::npos; };
  EXPECT_EQ(
      read_whole(node_line + "\n" + entity_with("1", "K\\u00f6ln") + "\n" + entity_with("2"), is_ascii),
      "kind node\n1 node n m higher_is_better\n2 refused: a letter that the database's encoding does not have | " +
          entity_with("1", "K\\u00f6ln") + "\n3 entity F1 = 2\n");
}

}  // namespace
}  // namespace harmony::signals
