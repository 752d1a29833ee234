// The analysis of a statement, without running a function of it. The server's analysis reads each string by the input
// function of the type that it is wanted in; that of an array or row of a domain runs the domain's CHECK, that of a
// range the comparison of its type. So strings become parameters with negative numbers, which the analysis asks about
// with the type it wants, and only strings of harmless types are read.
#include "functions/oversight/guard.hpp"

namespace harmony::functions::sql_guard {

namespace {

constexpr int most_parameters = 65535;

template <class T>
void make_room(T *&array, int n, int &capacity) {
  if (n < capacity) return;
  const int wanted = capacity == 0 ? 16 : 2 * capacity;
  array = static_cast<T *>(array == nullptr ? palloc(sizeof(T) * static_cast<std::size_t>(wanted))
                                            : repalloc_huge(array, sizeof(T) * static_cast<std::size_t>(wanted)));
  capacity = wanted;
}

// Ends the analysis; what is refused has been told.
[[noreturn]] void end_analysis(judgement &found) {
  found.refused = true;
  ereport(ERROR, (errcode(ERRCODE_INSUFFICIENT_PRIVILEGE), errmsg("the statement is refused")));
}

Node *literal_parameter(judgement &found, ParamRef *reference) {
  // With the room of a constant, which it may become in its place.
  constexpr std::size_t room = sizeof(Const) > sizeof(Param) ? sizeof(Const) : sizeof(Param);
  auto *parameter = static_cast<Param *>(palloc0(room));
  parameter->xpr.type = T_Param;
  parameter->paramkind = PARAM_EXTERN;
  parameter->paramid = reference->number;
  parameter->paramtype = UNKNOWNOID;
  parameter->paramtypmod = -1;
  parameter->location = reference->location;
  make_room(found.literal_nodes, found.n_literal_nodes, found.literal_nodes_capacity);
  found.literal_nodes[found.n_literal_nodes++] = parameter;
  return reinterpret_cast<Node *>(parameter);
}

Node *statement_parameter(ParseState *state, judgement &found, ParamRef *reference) {
  const int number = reference->number;
  if (number < 1 || number > most_parameters)
    ereport(ERROR, (errcode(ERRCODE_UNDEFINED_PARAMETER), errmsg("there is no parameter $%d", number),
                    parser_errposition(state, reference->location)));
  if (number > found.n_parameters) {
    auto *types = static_cast<Oid *>(palloc0(sizeof(Oid) * static_cast<std::size_t>(number)));
    if (found.n_parameters > 0)
      std::memcpy(types, found.parameter_types, sizeof(Oid) * static_cast<std::size_t>(found.n_parameters));
    found.parameter_types = types;
    found.n_parameters = number;
  }
  Oid &type = found.parameter_types[number - 1];
  if (type == InvalidOid) type = UNKNOWNOID;
  Param *parameter = makeNode(Param);
  parameter->paramkind = PARAM_EXTERN;
  parameter->paramid = number;
  parameter->paramtype = type;
  parameter->paramtypmod = -1;
  parameter->paramcollid = get_typcollation(type);
  parameter->location = reference->location;
  return reinterpret_cast<Node *>(parameter);
}

Node *on_parameter(ParseState *state, ParamRef *reference) {
  auto &found = *static_cast<judgement *>(state->p_ref_hook_state);
  return reference->number < 0 ? literal_parameter(found, reference) : statement_parameter(state, found, reference);
}

void become_constant(const judgement &found, Param *parameter, Const *constant) {
  const char *text = found.literals[-parameter->paramid - 1];
  const int location = parameter->location;
  std::memset(static_cast<void *>(constant), 0, sizeof(Const));
  constant->xpr.type = T_Const;
  constant->consttype = UNKNOWNOID;
  constant->consttypmod = -1;
  constant->constlen = -2;
  constant->constvalue = CStringGetDatum(text);
  constant->location = location;
}

Node *read_literal(ParseState *state, judgement &found, Param *parameter, Oid type, int32 modifier, int location) {
  const char *unsafe = unsafe_part_of_type(found, getBaseType(type), true);
  if (unsafe != nullptr) {
    refuse(found, "function", "42501", parameter->location, unsafe,
           psprintf("reading a constant of type %s runs functions that are not allowed", format_type_be(type)));
    end_analysis(found);
  }
  auto *constant = static_cast<Const *>(palloc(sizeof(Const)));
  become_constant(found, parameter, constant);
  return coerce_type(state, reinterpret_cast<Node *>(constant), UNKNOWNOID, type, modifier, COERCION_IMPLICIT,
                     COERCE_IMPLICIT_CAST, location);
}

Node *on_coercion(ParseState *state, Param *parameter, Oid type, int32 modifier, int location) {
  auto &found = *static_cast<judgement *>(state->p_ref_hook_state);
  if (parameter->paramkind != PARAM_EXTERN || parameter->paramtype != UNKNOWNOID) return nullptr;
  if (parameter->paramid < 0) return read_literal(state, found, parameter, type, modifier, location);
  Oid &known = found.parameter_types[parameter->paramid - 1];
  if (known == UNKNOWNOID) known = type;
  if (known != type)
    ereport(ERROR, (errcode(ERRCODE_AMBIGUOUS_PARAMETER),
                    errmsg("inconsistent types deduced for parameter $%d", parameter->paramid),
                    parser_errposition(state, parameter->location)));
  parameter->paramtype = type;
  parameter->paramtypmod = -1;
  parameter->paramcollid = get_typcollation(type);
  if (location >= 0 && (parameter->location < 0 || location < parameter->location)) parameter->location = location;
  return reinterpret_cast<Node *>(parameter);
}

}  // namespace

void take_literal_out(judgement &found, A_Const *constant) {
  if (constant->isnull || !IsA(&constant->val, String)) return;
  static_assert(sizeof(ParamRef) <= sizeof(A_Const), "a parameter takes the place of a constant");
  const char *text = constant->val.sval.sval;
  const int location = constant->location;
  make_room(found.literals, found.n_literals, found.literals_capacity);
  found.literals[found.n_literals++] = text;
  auto *reference = reinterpret_cast<ParamRef *>(constant);
  reference->type = T_ParamRef;
  reference->number = -found.n_literals;
  reference->location = location;
}

void analyse(judgement &found) {
  found.at = stage::analysis;
  found.n_parameters = static_cast<int>(found.options->parameters.size());
  if (found.n_parameters > 0) {
    found.parameter_types = static_cast<Oid *>(palloc(sizeof(Oid) * found.options->parameters.size()));
    std::memcpy(found.parameter_types, found.options->parameters.data(),
                sizeof(Oid) * found.options->parameters.size());
  }
  ParseState *state = make_parsestate(nullptr);
  state->p_sourcetext = found.sql;
  state->p_paramref_hook = on_parameter;
  state->p_coerce_param_hook = on_coercion;
  state->p_ref_hook_state = &found;
  found.query = transformTopLevelStmt(state, found.statement);
  free_parsestate(state);
  for (int i = 0; i < found.n_literal_nodes; ++i)
    if (IsA(found.literal_nodes[i], Param))
      become_constant(found, found.literal_nodes[i], reinterpret_cast<Const *>(found.literal_nodes[i]));
  for (int i = 0; i < found.n_parameters; ++i)
    if (found.parameter_types[i] == UNKNOWNOID)
      ereport(ERROR, (errcode(ERRCODE_INDETERMINATE_DATATYPE),
                      errmsg("could not determine data type of parameter $%d", i + 1)));
  for (int i = 0; i < found.n_parameters; ++i) {  // whoever gives their values has them read
    const Oid type = found.parameter_types[i];
    if (type == InvalidOid) continue;
    check_told_type(found, type, -1);
    const char *unsafe = unsafe_part_of_type(found, type, false);
    if (unsafe == nullptr) continue;
    refuse(
        found, "function", "42501", -1, unsafe,
        psprintf("reading parameter $%d of type %s runs functions that are not allowed", i + 1, format_type_be(type)));
  }
}

}  // namespace harmony::functions::sql_guard
