-- Affinity: HLA genotypes, lying open and sealed. Rules and sources: docs/reference/affinity_hla.md.

-- Names.
CREATE FUNCTION harmony.hla_normalize(name text) RETURNS text
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_hla_normalize';
COMMENT ON FUNCTION harmony.hla_normalize(text) IS
'The name of an HLA allele in its canonical form: no prefix, all fields, the suffix.

Names as the WHO nomenclature writes them (Marsh et al. 2010), of the genes A, B, C, DRB1 to DRB9, DQA1, DQB1, DPA1, DPB1, and as they
were written before April 2010: A*0201 is A*02:01, Cw*0702 is C*07:02, A*9201 is A*02:101, B*9501 is B*15:101. Prefix HLA- and gene in any
case, blanks around the name dropped. One field of two digits, or the field and :XX, are names too. Errors: 0A000 for an allele code such
as A*02:AB; 22P02 for serology (A2, DR15) and anything else. O(1).';

CREATE FUNCTION harmony.hla_two_field(name text) RETURNS text
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_hla_two_field';
COMMENT ON FUNCTION harmony.hla_two_field(text) IS
'The first two fields of the name of an HLA allele, and the letter of its expression: which protein it makes, or none.

The suffixes G, P and g of groups are dropped. NULL for a name of one field and for XX. Names and errors as of harmony.hla_normalize.';

-- Genotypes that lie open.
CREATE FUNCTION harmony.hla_dissimilarity(a text, b text, method text DEFAULT 'multiset', loci text[] DEFAULT '{A,B,DRB1}') RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_hla_dissimilarity';
COMMENT ON FUNCTION harmony.hla_dissimilarity(text, text, text, text[]) IS
'How different two HLA genotypes are, 0 to 100: the expectation over all that their typings leave open, computed exactly.

a and b are GL Strings (Milius et al. 2013). Over the L loci of both that can be compared, A and B the proteins (two fields) of each:
multiset: sum of (2 - shared)/(2 L), a protein that both copies have counted twice; unique: sum of |A or B|/max(4 L, 12); jaccard: mean of
1 - |A and B|/|A or B|; optimum: max(0, 1 - |d - .55|/.55), d the expected jaccard share; offspring: mean share of the four combinations of
a copy of each that differ. All times 100. Null alleles are not expressed: the other copy counts twice. Different alternatives of a copy,
and different possible genotypes, are equally likely and independent. A locus is not compared where a possible genotype has one copy, a
name of one field or XX, or both copies possibly null. NULL: no locus in common. Symmetric.
Errors, which quote nothing: 22P02 for a name that is none; 0A000 for an allele code and for ?; 22023 for a locus that is named twice, more
than two copies, alternatives of different genes, another method or locus; 22004 for a NULL in loci; 54000 beyond 10^6 combinations at a
locus or 1 MB; 2202E.';

CREATE FUNCTION harmony_internal.hla_typing_summary(gl text, among text[] DEFAULT '{A,B,DRB1}', OUT loci text[], OUT quality float8)
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_hla_typing_summary';
COMMENT ON FUNCTION harmony_internal.hla_typing_summary(text, text[]) IS
'What may be told of a typing: which loci of those among which it is asked can be compared, in the order of the genes, and their share.

Errors as of harmony.hla_dissimilarity, and 54000 for a locus that leaves more than 1000 combinations open: any two typings that are taken
can be compared.';

CREATE FUNCTION harmony_internal.hla_frequencies(allele text[], frequency float8[]) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_hla_frequencies';
COMMENT ON FUNCTION harmony_internal.hla_frequencies(text[], float8[]) IS
'A table of allele frequencies, as hla_sealed_dissimilarity takes it: made once for a statement, not once a pair.

Names of one protein are summed. Errors: those of harmony.hla_normalize; 22023 for a name of one field, a frequency that is not from 0 to
1, and arrays of different lengths; 22004 for a NULL; 2202E.';

-- Genotypes that are sealed.
CREATE FUNCTION harmony.hla_seal(gl text, person uuid) RETURNS bytea
  LANGUAGE c VOLATILE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_hla_seal';
COMMENT ON FUNCTION harmony.hla_seal(text, uuid) IS
'An HLA genotype, sealed for one person: XChaCha20-Poly1305 with the first key of the file of harmony.seal_key_file.

What is sealed is the text with its names in canonical form. No two results are the same. Opened for another person, changed or cut, it is
refused. Pass the genotype as a parameter: literals are kept in logs. Errors, which quote nothing: those of harmony.hla_dissimilarity; 54000
for a locus that leaves more than 1000 combinations open; 58030 where the file cannot be used. For the owner alone.';
REVOKE ALL ON FUNCTION harmony.hla_seal(text, uuid) FROM PUBLIC;

CREATE FUNCTION harmony.hla_reseal(sealed bytea, person uuid) RETURNS bytea
  LANGUAGE c VOLATILE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_hla_reseal';
COMMENT ON FUNCTION harmony.hla_reseal(bytea, uuid) IS
'A sealed genotype, sealed anew with the first key of the file of harmony.seal_key_file; the key before may be any of the file.

Errors: 22023, the same for every reason, for what is not sealed for this person, or was changed or cut; 58030 where the file cannot be
used, and for a key that is not in it, which the error names by its id. For the owner alone.';
REVOKE ALL ON FUNCTION harmony.hla_reseal(bytea, uuid) FROM PUBLIC;

CREATE FUNCTION harmony_internal.hla_unseal(sealed bytea, person uuid) RETURNS text
  LANGUAGE c VOLATILE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_hla_unseal';
COMMENT ON FUNCTION harmony_internal.hla_unseal(bytea, uuid) IS
'A sealed genotype, opened: for a person who asks for the own data, and for nothing else.

Errors: those of harmony.hla_reseal. For the owner alone.';
REVOKE ALL ON FUNCTION harmony_internal.hla_unseal(bytea, uuid) FROM PUBLIC;

CREATE FUNCTION harmony.hla_sealed_dissimilarity(a bytea, person_a uuid, b bytea, person_b uuid, method text DEFAULT 'multiset',
    loci text[] DEFAULT '{A,B,DRB1}') RETURNS float8
  LANGUAGE c STABLE STRICT PARALLEL SAFE COST 200 AS 'MODULE_PATHNAME', 'harmony_hla_sealed_dissimilarity';
COMMENT ON FUNCTION harmony.hla_sealed_dissimilarity(bytea, uuid, bytea, uuid, text, text[]) IS
'harmony.hla_dissimilarity of two genotypes that are sealed, each for its person.

They are opened, compared and wiped from memory within the call. Errors: those of harmony.hla_reseal and of harmony.hla_dissimilarity. For
the owner alone.';
REVOKE ALL ON FUNCTION harmony.hla_sealed_dissimilarity(bytea, uuid, bytea, uuid, text, text[]) FROM PUBLIC;

CREATE FUNCTION harmony_internal.hla_sealed_dissimilarity(a bytea, person_a uuid, b bytea, person_b uuid, method text, loci text[],
    frequencies bytea) RETURNS float8
  LANGUAGE c STABLE STRICT PARALLEL SAFE COST 200 AS 'MODULE_PATHNAME', 'harmony_hla_weighed_dissimilarity';
COMMENT ON FUNCTION harmony_internal.hla_sealed_dissimilarity(bytea, uuid, bytea, uuid, text, text[], bytea) IS
'harmony.hla_sealed_dissimilarity with what typings leave open weighed by allele frequencies, of harmony_internal.hla_frequencies.

An alternative is as likely as its frequency says; a possible genotype as the product of the sums of its copies, twice that where the copies
are not the same (Hardy and Weinberg). Where all that are to be weighed have none, they are equally likely. Errors: as there, and 22023 for
bytes that are no such table. For the owner alone.';
REVOKE ALL ON FUNCTION harmony_internal.hla_sealed_dissimilarity(bytea, uuid, bytea, uuid, text, text[], bytea) FROM PUBLIC;

CREATE FUNCTION harmony_internal.hla_sealed_key(sealed bytea) RETURNS integer
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_hla_sealed_key';
COMMENT ON FUNCTION harmony_internal.hla_sealed_key(bytea) IS
'The id of the key that sealed it. No key is needed, and nothing else is looked at. Error 22023 for what is not sealed.
For the owner alone.';
REVOKE ALL ON FUNCTION harmony_internal.hla_sealed_key(bytea) FROM PUBLIC;

CREATE FUNCTION harmony_internal.hla_equality_token(gl text) RETURNS bytea
  LANGUAGE c STABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_hla_equality_token';
COMMENT ON FUNCTION harmony_internal.hla_equality_token(text) IS
'The same 36 bytes for the same genotype, in whatever order it is written, under the first key of the file of harmony.seal_key_file.

The id of the key, 4 bytes, and BLAKE2b-256 under a subkey of it: who lacks the key cannot try genotypes until one fits. Tokens of different
keys are not to be compared: harmony_internal.hla_sealed_equality_token makes new ones. Errors: those of harmony.hla_dissimilarity; 58030.
For the owner alone.';
REVOKE ALL ON FUNCTION harmony_internal.hla_equality_token(text) FROM PUBLIC;

CREATE FUNCTION harmony_internal.hla_sealed_equality_token(sealed bytea, person uuid) RETURNS bytea
  LANGUAGE c STABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_hla_sealed_equality_token';
COMMENT ON FUNCTION harmony_internal.hla_sealed_equality_token(bytea, uuid) IS
'harmony_internal.hla_equality_token of a genotype that is sealed: for when another key has become the first.

Errors: those of harmony.hla_reseal. For the owner alone.';
REVOKE ALL ON FUNCTION harmony_internal.hla_sealed_equality_token(bytea, uuid) FROM PUBLIC;
