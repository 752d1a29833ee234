-- What the columns of the module's tables and composite types hold, where the statement that made them does not say so.

COMMENT ON COLUMN oversight.suggestion.sql IS 'The statement that helped, with $1, $2, ... for constants.';
COMMENT ON COLUMN oversight.suggestion.confidence IS 'Share of the times that it helped, by Laplace''s rule of succession, 0 to 1.';
COMMENT ON COLUMN oversight.suggestion.reason IS 'Why it is thought so, in words.';

COMMENT ON COLUMN oversight.similar_text.kind IS 'What it is: oversight.search_source.kind.';
COMMENT ON COLUMN oversight.similar_text.id IS 'Its key in the relation of the kind, as text.';
COMMENT ON COLUMN oversight.similar_text.title IS 'The text, its first 500 characters.';
COMMENT ON COLUMN oversight.similar_text.similarity IS 'Cosine of the embeddings of the text and what was asked, -1 to 1.';

COMMENT ON COLUMN oversight.model.id IS 'Identifies the model.';
COMMENT ON COLUMN oversight.model.organization_id IS 'Whose it is: platform.organization.id.';
COMMENT ON COLUMN oversight.model.name IS 'As the application calls it, unique in the organisation.';
COMMENT ON COLUMN oversight.model.created_at IS 'When its first prediction came, or it was registered.';

COMMENT ON COLUMN oversight.prediction.id IS 'Number of the prediction.';
COMMENT ON COLUMN oversight.prediction.organization_id IS 'Whose it is: platform.organization.id.';
COMMENT ON COLUMN oversight.prediction.model_id IS 'Which model made it: oversight.model.id.';
COMMENT ON COLUMN oversight.prediction.version IS 'Which version of the model, as the application calls it.';
COMMENT ON COLUMN oversight.prediction.created_at IS 'When it was made.';
COMMENT ON COLUMN oversight.prediction.validated_at IS 'When the outcome was added; NULL: it is not known yet.';

COMMENT ON COLUMN oversight.prediction_input.prediction_id IS 'The prediction: oversight.prediction.id.';
COMMENT ON COLUMN oversight.prediction_input.organization_id IS 'Whose it is: platform.organization.id.';
COMMENT ON COLUMN oversight.prediction_input.model_id IS 'Which model was given it: oversight.model.id.';
COMMENT ON COLUMN oversight.prediction_input.input IS 'An object of values by name, as the model was given them.';

COMMENT ON COLUMN oversight.drift.id IS 'Number of the row.';
COMMENT ON COLUMN oversight.drift.organization_id IS 'Whose model it is: platform.organization.id.';
COMMENT ON COLUMN oversight.drift.model_id IS 'The model: oversight.model.id.';
COMMENT ON COLUMN oversight.drift.day IS 'The day (UTC) up to which 30 days were judged.';
COMMENT ON COLUMN oversight.drift.p IS 'p-value of the change, before it is adjusted; NULL: not determined.';
COMMENT ON COLUMN oversight.drift.level IS 'none, moderate or major; NULL: not determined.';

COMMENT ON COLUMN oversight.metric.id IS 'Identifies the series.';
COMMENT ON COLUMN oversight.metric.organization_id IS 'Whose it is: platform.organization.id.';
COMMENT ON COLUMN oversight.metric.name IS 'What is measured, such as mean_prediction.';

COMMENT ON COLUMN oversight.metric_value.metric_id IS 'The series: oversight.metric.id.';
COMMENT ON COLUMN oversight.metric_value.at IS 'When it was measured, or the time that it is about.';
COMMENT ON COLUMN oversight.metric_value.organization_id IS 'Whose it is: platform.organization.id.';
COMMENT ON COLUMN oversight.metric_value.judged_at IS 'When it was compared with the series; NULL: not yet.';

COMMENT ON COLUMN oversight.anomaly.id IS 'Number of the anomaly.';
COMMENT ON COLUMN oversight.anomaly.organization_id IS 'Whose series it is in: platform.organization.id.';
COMMENT ON COLUMN oversight.anomaly.model IS 'The model whose series it is: oversight.metric.model; empty: none''s.';
COMMENT ON COLUMN oversight.anomaly.metric IS 'Name of the series: oversight.metric.name.';
COMMENT ON COLUMN oversight.anomaly.at IS 'When the value was measured: oversight.metric_value.at.';
COMMENT ON COLUMN oversight.anomaly.value IS 'The value, in the unit of the series; of one that was raised the worse value.';
COMMENT ON COLUMN oversight.anomaly.severity IS 'low, medium, high or critical.';
COMMENT ON COLUMN oversight.anomaly.status IS 'open or acknowledged.';
COMMENT ON COLUMN oversight.anomaly.opened_at IS 'When it was found.';
COMMENT ON COLUMN oversight.anomaly.acknowledged_at IS 'When somebody acknowledged it; NULL: it is open.';
COMMENT ON COLUMN oversight.anomaly.note IS 'What was said then, up to 10,000 characters; NULL: nothing.';

COMMENT ON COLUMN oversight.sql_policy.id IS 'Identifies the policy.';
COMMENT ON COLUMN oversight.sql_policy.name IS 'By which check_sql is asked for it.';
COMMENT ON COLUMN oversight.sql_policy.description IS 'What it is for, in words; may be empty.';
COMMENT ON COLUMN oversight.sql_policy.created_at IS 'When it was made.';

COMMENT ON COLUMN oversight.sql_check.id IS 'Number of the check.';
COMMENT ON COLUMN oversight.sql_check.organization_id IS 'Whose statement it was: platform.organization.id.';
COMMENT ON COLUMN oversight.sql_check.policy IS 'Name of the policy by which it was judged, its first 40 characters.';
COMMENT ON COLUMN oversight.sql_check.is_ok IS 'Whether it passed.';
COMMENT ON COLUMN oversight.sql_check.rules IS 'The rules that refused it; empty: none.';
COMMENT ON COLUMN oversight.sql_check.fingerprint IS
'16 hexadecimal digits, the same of statements that differ in constants alone; NULL: it was none that can be read.';
COMMENT ON COLUMN oversight.sql_check.checked_at IS 'When it was judged.';

COMMENT ON COLUMN oversight.lexicon.phrase IS 'The words, 1 to 200 characters.';

COMMENT ON COLUMN oversight.data_kind.kind IS 'Its name, by which rows are checked.';
COMMENT ON COLUMN oversight.data_kind.structure IS 'The structure, in words of JSON Schema.';
COMMENT ON COLUMN oversight.data_kind.description IS 'What such rows are, in words.';

COMMENT ON COLUMN oversight.learning_memory.id IS 'Number of the row.';
COMMENT ON COLUMN oversight.learning_memory.organization_id IS 'Who learnt it: platform.organization.id.';
COMMENT ON COLUMN oversight.learning_memory.sqlstate IS 'How the statement failed; 00000: it was no error.';
COMMENT ON COLUMN oversight.learning_memory.intent IS
'The phrases of the lexicon in the question that the statement was to answer; empty: none.';
COMMENT ON COLUMN oversight.learning_memory.statement IS 'The statement, with $1, $2, ... for constants.';
COMMENT ON COLUMN oversight.learning_memory.successes IS 'How often it helped.';
COMMENT ON COLUMN oversight.learning_memory.failures IS 'How often it did not.';
COMMENT ON COLUMN oversight.learning_memory.created_at IS 'When it was seen first.';
COMMENT ON COLUMN oversight.learning_memory.last_seen_at IS 'When it was seen last.';

COMMENT ON COLUMN oversight.search_source.kind IS 'What its rows are called where they are found.';
COMMENT ON COLUMN oversight.search_source.relation IS 'The table or view, as schema.name.';
COMMENT ON COLUMN oversight.search_source.id_column IS 'Its column that identifies a row.';
COMMENT ON COLUMN oversight.search_source.text_column IS 'Its column with the text.';

COMMENT ON COLUMN oversight.search_text.id IS 'Number of the text.';
COMMENT ON COLUMN oversight.search_text.organization_id IS 'Whose it is: platform.organization.id.';
COMMENT ON COLUMN oversight.search_text.kind IS 'What it is: oversight.search_source.kind.';
COMMENT ON COLUMN oversight.search_text.key IS 'Its key in the relation of the kind, as text.';
COMMENT ON COLUMN oversight.search_text.title IS 'The text, its first 500 characters.';
COMMENT ON COLUMN oversight.search_text.embedding IS '256 numbers: harmony.text_embedding of the title.';
