import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
} from 'graphql';

type Fields = GraphQLInterfaceType | GraphQLObjectType;

/**
 * Makes whole what schema.graphql says only once: a field that a type has from an interface takes the interface's
 * descriptions and directives, and any other argument takes the description of its namesake of the same type.
 */
export function inherit(schema: GraphQLSchema): void {
  const types = Object.values(schema.getTypeMap()).filter(
    (type): type is Fields => isObjectType(type) || isInterfaceType(type),
  );
  for (const type of types) {
    for (const origin of type.getInterfaces()) {
      for (const [name, said] of Object.entries(origin.getFields())) {
        inheritField(type.getFields()[name]!, said);
      }
    }
  }
  describeArguments(types.filter(({ name }) => !name.startsWith('__')));
}

type Field = GraphQLField<unknown, unknown>;

function inheritField(field: Field, origin: Field): void {
  field.description ||= origin.description;
  for (const said of origin.args) {
    const argument = field.args.find(({ name }) => name === said.name)!;
    argument.description ||= said.description;
  }
  const directives = origin.astNode?.directives;
  if (field.astNode?.directives?.length === 0 && directives !== undefined) {
    field.astNode = { ...field.astNode, directives };
  }
}

function describeArguments(types: readonly Fields[]): void {
  const all = types
    .flatMap((type) => Object.values(type.getFields()).flatMap(({ args }) => args))
    .map((argument) => ({ argument, signature: `${argument.name}: ${argument.type}` }));
  const descriptions = new Map<string, string>();
  for (const { argument, signature } of all) {
    if (!argument.description) continue;
    // Two that differ say that the argument does not mean the same everywhere, so that each must be described.
    const known = descriptions.get(signature) ?? argument.description;
    descriptions.set(signature, known === argument.description ? known : '');
  }
  for (const { argument, signature } of all) argument.description ||= descriptions.get(signature);
}
