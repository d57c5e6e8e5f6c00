import type { TypedDocument } from './document.ts';

// biome-ignore lint/suspicious/noExplicitAny: the syntax tree of any version of the package `graphql`
type Node = any;
type Nodes = readonly Node[] | undefined;

const printNode = (node: Node): string => printers[node.kind]!(node);
const joined = (nodes: Nodes, separator: string): string =>
  (nodes ?? []).map(printNode).join(separator);
const within = (open: string, nodes: Nodes, close: string): string =>
  nodes?.length ? `${open}${joined(nodes, ' ')}${close}` : '';
const after = (before: string, node: Node): string => (node ? `${before}${printNode(node)}` : '');
const directives = ({ directives }: Node): string => within(' ', directives, '');

/** One entry for each kind of node of an executable document. */
const printers: Readonly<Record<string, (node: Node) => string>> = {
  Document: ({ definitions }) => joined(definitions, '\n'),
  OperationDefinition: (node) =>
    `${node.operation}${after(' ', node.name)}${within('(', node.variableDefinitions, ')')}${directives(node)}${printNode(node.selectionSet)}`,
  VariableDefinition: (node) =>
    `${printNode(node.variable)}:${printNode(node.type)}${after('=', node.defaultValue)}${directives(node)}`,
  FragmentDefinition: (node) =>
    `fragment ${printNode(node.name)} on ${printNode(node.typeCondition)}${directives(node)}${printNode(node.selectionSet)}`,
  SelectionSet: ({ selections }) => within('{', selections, '}'),
  Field: (node) =>
    `${node.alias ? `${printNode(node.alias)}:` : ''}${printNode(node.name)}${within('(', node.arguments, ')')}${directives(node)}${after('', node.selectionSet)}`,
  FragmentSpread: (node) => `...${printNode(node.name)}${directives(node)}`,
  InlineFragment: (node) =>
    `...${after('on ', node.typeCondition)}${directives(node)}${printNode(node.selectionSet)}`,
  Directive: (node) => `@${printNode(node.name)}${within('(', node.arguments, ')')}`,
  Argument: ({ name, value }) => `${printNode(name)}:${printNode(value)}`,
  NamedType: ({ name }) => printNode(name),
  ListType: ({ type }) => `[${printNode(type)}]`,
  NonNullType: ({ type }) => `${printNode(type)}!`,
  Name: ({ value }) => value,
  Variable: ({ name }) => `$${printNode(name)}`,
  IntValue: ({ value }) => value,
  FloatValue: ({ value }) => value,
  // A string of JSON is one of GraphQL, which has the same escapes; a block string becomes the string that it stands for.
  StringValue: ({ value }) => JSON.stringify(value),
  BooleanValue: ({ value }) => String(value),
  NullValue: () => 'null',
  EnumValue: ({ value }) => value,
  ListValue: ({ values }) => `[${joined(values, ' ')}]`,
  ObjectValue: ({ fields }) => `{${joined(fields, ' ')}}`,
  ObjectField: ({ name, value }) => `${printNode(name)}:${printNode(value)}`,
};

/**
 * The text of an executable document (GraphQL, October 2021, section 2), on one line a definition, so that whoever asks
 * needs no package to write it.
 */
export const print = (document: TypedDocument): string => printNode(document);
