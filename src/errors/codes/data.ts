import type { CodeEntry } from './entry.ts';

/** The codes that someone who edits data meets. */
export const dataCodes = {
  ARTICLE_MISSING: {
    area: 'data',
    message: 'The article "{file}" of {source} is not in {folder}.',
    mend: 'Put the article there, or mend "file" of the source.',
  },
  ARTICLE_NOT_UTF8: {
    area: 'data',
    message: 'The article "{file}" is not UTF-8: line {line} holds bytes that are no text.',
    mend: 'Save the article as UTF-8.',
  },
  ARTICLE_PARAGRAPHS_DIFFER: {
    area: 'data',
    message: 'The article "{file}" has {found} paragraphs; {source} says {expected}.',
    mend: 'See whether it is the same text, then mend "paragraphs" of the source and its citations.',
  },
  ARTICLE_UNREADABLE: {
    area: 'data',
    message: 'The article "{file}" cannot be read: {why}.',
    mend: 'Make it a file that may be read.',
  },
  ATTRIBUTE_NOT_ALLOWED: {
    area: 'data',
    message: '{id} has "{attribute}", which the kind {kind} does not have.',
    mend: 'Take it out, or list it under "attributes" of the kind in ontology.yaml.',
  },
  CITATION_MISSING: {
    area: 'data',
    message: '{what} cites nothing.',
    mend: 'Give at least one citation: a paragraph, and evidence that occurs in it.',
  },
  COUNTRY_CODE_MALFORMED: {
    area: 'data',
    message: '"{code}" is not an ISO 3166-1 {which} code.',
    mend: 'Write {letters} capital letters in double quotes.',
  },
  COUNTRY_CODE_TAKEN: {
    area: 'data',
    message: 'The {which} code "{code}" of {id} is that of {other} too.',
    mend: 'Give each country its own code.',
  },
  COUNTRY_ID_MISMATCH: {
    area: 'data',
    message: '{id} has the alpha-3 code "{code}".',
    mend: 'Call it "{expected}", or mend the code.',
  },
  DATE_IMPOSSIBLE: {
    area: 'data',
    message: 'The calendar has no date {date}.',
    mend: 'Mend the year, month, day or time.',
  },
  DATE_MALFORMED: {
    area: 'data',
    message: '"{date}" is not a date as it is written here.',
    mend: 'Write "2021", "2021-12", "2021-12-18" or "2021-12-18T12:44".',
  },
  DATE_NOT_QUOTED: {
    area: 'data',
    message: 'The date {date} stands without quotes, so that it is a number.',
    mend: 'Quote it: "{date}".',
  },
  END_BEFORE_START: {
    area: 'data',
    message: '{subject} ends {end}, before it starts {start}.',
    mend: 'Mend one of the two dates.',
  },
  EVIDENCE_EMPTY: {
    area: 'data',
    message: 'The citation gives no evidence.',
    mend: 'List one or more short terms that occur in the paragraph as printed.',
  },
  EVIDENCE_NOT_FOUND: {
    area: 'data',
    message:
      '{subject} {property} cites «{term}», which does not occur in paragraph {paragraph} of {source}.',
    mend: '{advice}',
  },
  FILE_BYTE_ORDER_MARK: {
    area: 'data',
    message: 'The file begins with a byte order mark.',
    mend: 'Save it as UTF-8 without one; "caytre format" mends YAML.',
  },
  FILE_CARRIAGE_RETURN: {
    area: 'data',
    message: 'A line ends with a carriage return.',
    mend: 'Save the file with line feeds only; "caytre format" mends YAML.',
  },
  FILE_EMPTY: {
    area: 'data',
    message: 'The file holds nothing.',
    mend: 'Fill it or delete it.',
  },
  FILE_MISSING: {
    area: 'data',
    message: 'The file {file} is not there.',
    mend: 'Put it there; no data can be read without it.',
  },
  FILE_NOT_CANONICAL: {
    area: 'data',
    message: 'From this line on the file is not written in the canonical form.',
    mend: 'Run "caytre format", which rewrites it.',
  },
  FILE_NOT_UTF8: {
    area: 'data',
    message: 'The line holds bytes that are not UTF-8.',
    mend: 'Save the file as UTF-8.',
  },
  FILE_OUTSIDE: {
    area: 'data',
    message: 'The symbolic link leads out of the data folder.',
    mend: 'Put the file itself into the folder.',
  },
  FILE_TOO_LARGE: {
    area: 'data',
    message: 'The file has {size} bytes; YAML may have at most {bound}.',
    mend: 'Write bulk data as JSON Lines ({instead}), which is read as a stream.',
  },
  FILE_UNEXPECTED: {
    area: 'data',
    message: 'Nothing is read from here.',
    mend: 'Data lies in ontology.yaml, entities/<kind>.yaml or .jsonl, and sources/<slug>.yaml or .jsonl; move or delete this.',
  },
  FILE_UNREADABLE: {
    area: 'data',
    message: 'The file cannot be read: {why}.',
    mend: 'Make it a file that may be read.',
  },
  FILE_UNWRITABLE: {
    area: 'data',
    message: 'The file cannot be written: {why}.',
    mend: 'Make it a file that may be written.',
  },
  FOLDER_UNREADABLE: {
    area: 'data',
    message: 'The data folder {folder} cannot be read: {why}.',
    mend: 'Name the folder that holds ontology.yaml, entities and sources.',
  },
  FORMER_ID_REPEATED: {
    area: 'data',
    message: 'The former id {id} is given twice: {other} has it too.',
    mend: 'It can lead to one entity only; keep it there.',
  },
  FORMER_ID_TAKEN: {
    area: 'data',
    message: '{id} is given both as an id and as a former id: see also {other}.',
    mend: 'Take it out of "formerIds", or give what has it now another id.',
  },
  ID_DUPLICATE: {
    area: 'data',
    message: 'The id {id} is taken: {other} has it.',
    mend: 'Give one of the two another id, or join them.',
  },
  ID_FILE_MISMATCH: {
    area: 'data',
    message: 'The id {id} does not belong in this file.',
    mend: 'An id here {expected}; mend the id or move the record.',
  },
  ID_MALFORMED: {
    area: 'data',
    message: '"{id}" is not an id.',
    mend: 'Write kind:slug, the slug in lower-case ASCII letters and digits joined by single hyphens.',
  },
  INVERSE_MISSING: {
    area: 'data',
    message: 'The relation {property} has no "inverse".',
    mend: "Say what it is called from the object's side: inverse: { name, label }.",
  },
  INVERSE_NAME_TAKEN: {
    area: 'data',
    message: 'The inverse name "{name}" is taken by {other}.',
    mend: 'Choose another name.',
  },
  JSON_SYNTAX: {
    area: 'data',
    message: 'The line is not one plain JSON object: {why}.',
    mend: 'Write one record a line, as JSON.',
  },
  KEY_MISSING: {
    area: 'data',
    message: '"{key}" is missing in {record}.',
    mend: 'Add it.',
  },
  KEY_NOT_APPLICABLE: {
    area: 'data',
    message: '"{key}" does not apply to {name}, {why}.',
    mend: 'Take it out.',
  },
  KEY_UNKNOWN: {
    area: 'data',
    message: '"{key}" is not a key of {record}.',
    mend: 'The keys are {keys}.',
  },
  KIND_UNKNOWN: {
    area: 'data',
    message: 'The ontology has no kind "{kind}".',
    mend: 'Mend the name, or add the kind to ontology.yaml.',
  },
  LETTER_ETH: {
    area: 'data',
    message: 'The text holds "Ð" (U+00D0), the Icelandic letter eth, at "{excerpt}".',
    mend: 'Write "Đ" (U+0110); only evidence keeps the letter that is printed.',
  },
  LINE_TOO_LONG: {
    area: 'data',
    message: 'The line has more than {bound} bytes.',
    mend: 'Write one record a line.',
  },
  NAME_MALFORMED: {
    area: 'data',
    message: 'The {what} name "{name}" is malformed.',
    mend: 'Write {form}.',
  },
  NAME_TAKEN: {
    area: 'data',
    message: 'The name "{name}" ({language}) of {id} is that of {other} too.',
    mend: 'Names are unique within a kind: make one more exact, or join the two.',
  },
  NOT_CHECKED: {
    area: 'data',
    message: 'Since this file could not be read in full, {what}.',
    mend: 'Mend its other problems first, then check again.',
  },
  OBJECT_KIND_WRONG: {
    area: 'data',
    message: '{id} cannot be the {role} of {property}, which takes {kinds}.',
    mend: 'Choose another property, turn the relation round, or widen the property in ontology.yaml.',
  },
  ONTOLOGY_INCOMPLETE: {
    area: 'data',
    message: 'The ontology lacks the {what} "{name}", {why}.',
    mend: 'Add it.',
  },
  PARAGRAPH_NOT_IN_ARTICLE: {
    area: 'data',
    message:
      '{subject} {property} cites paragraph {paragraph} of {source}, whose article has {paragraphs}.',
    mend: 'Cite a paragraph of the article; non-empty lines count from 1.',
  },
  PARAGRAPH_OUT_OF_RANGE: {
    area: 'data',
    message: '{source} has {paragraphs} paragraphs, not {paragraph}.',
    mend: 'Paragraphs are the non-empty lines of the article, counted from 1.',
  },
  PLAIN_BOOLEAN: {
    area: 'data',
    message: '{text} stands without quotes; many readers of YAML take it for true or false.',
    mend: 'Quote it: "{text}".',
  },
  PROPERTY_UNKNOWN: {
    area: 'data',
    message: 'The ontology has no property "{property}".',
    mend: 'Mend the name, or add the property to ontology.yaml.',
  },
  QUALIFIER_NOT_ALLOWED: {
    area: 'data',
    message: 'The property {property} does not take the qualifier "{qualifier}".',
    mend: 'It takes {allowed}.',
  },
  QUALIFIER_UNKNOWN: {
    area: 'data',
    message: 'The ontology has no qualifier "{qualifier}".',
    mend: 'Mend the name, or add the qualifier to ontology.yaml.',
  },
  RANK_CONFLICT: {
    area: 'data',
    message: 'The statement is ranked {rank} here and {other} at {where}.',
    mend: 'It is one statement: give it one rank.',
  },
  RANK_WITHOUT_REASON: {
    area: 'data',
    message: 'The rank {rank} has no "reason".',
    mend: 'Say why, in both languages.',
  },
  REFERENCE_DANGLING: {
    area: 'data',
    message: 'Nothing has the id {id}.',
    mend: 'Mend the id, or add the entity.',
  },
  REFERENCE_FORMER: {
    area: 'data',
    message: '{id} is a former id of {present}.',
    mend: 'Data names everything by its present id.',
  },
  SOURCE_WITHOUT_ARTICLE: {
    area: 'data',
    message: '{source} names no article, so that its citations cannot be checked.',
    mend: 'Give the source "file", "language" and "paragraphs".',
  },
  STATEMENT_DUPLICATE: {
    area: 'data',
    message: 'The same statement stands at line {line}.',
    mend: 'Join the two and list the citations of both.',
  },
  SUBJECT_KIND_WRONG: {
    area: 'data',
    message: '{id} cannot be the subject of {property}, which takes {kinds}.',
    mend: 'Choose another property, turn the relation round, or widen the property in ontology.yaml.',
  },
  TERM_UNKNOWN: {
    area: 'data',
    message: '"{term}" is not in the vocabulary {vocabulary}.',
    mend: 'Its terms are {terms}.',
  },
  TEXT_NOT_NFC: {
    area: 'data',
    message: 'The text "{excerpt}" is not in Unicode normal form NFC.',
    mend: 'Write "{composed}".',
  },
  TIME_NOT_A_DATE: {
    area: 'data',
    message: 'The kind {kind} takes its time from {property}, whose values are not dates.',
    mend: 'Name properties of the type date.',
  },
  TYPE_WRONG: {
    area: 'data',
    message: '{what} is {found}; it must be {expected}.',
    mend: 'Write it so; a text that looks like a number, a date or true and false needs double quotes.',
  },
  URL_MALFORMED: {
    area: 'data',
    message: '"{url}" is not a web address.',
    mend: 'Write it in full, beginning with https:// or http://.',
  },
  VALUE_TYPE_UNCLEAR: {
    area: 'data',
    message: '{name} has {found}.',
    mend: 'Give a relation "to" and a literal "value", one of the two.',
  },
  VOCABULARY_UNKNOWN: {
    area: 'data',
    message: 'The ontology has no vocabulary "{vocabulary}".',
    mend: 'Mend the name, or add the vocabulary.',
  },
  WORD_UNKNOWN: {
    area: 'data',
    message: '{what} is "{word}".',
    mend: 'It must be one of {words}.',
  },
  YAML_FEATURE: {
    area: 'data',
    message: '{feature} is not used here.',
    mend: 'Write the value out in plain YAML.',
  },
  YAML_SYNTAX: {
    area: 'data',
    message: 'This is not YAML: {why}.',
    mend: 'Mend the spelling at or just before this place.',
  },
} as const satisfies Record<string, CodeEntry>;
