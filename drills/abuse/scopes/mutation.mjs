const typeOf = {
  accountUserRemove: 'Delete',
  customerDiscontinue: 'CustomerVersion',
  customerReactivate: 'CustomerVersion',
  customerMetadataPatch: 'CustomerMetadata',
  customerRecordDelete: 'CustomerRecordDelete',
  customerTagsAdd: 'CustomerTags',
  customerTagsRemove: 'CustomerTags',
  customerPriceGroupsAdd: 'CustomerPriceGroups',
  customerPriceGroupsRemove: 'CustomerPriceGroups',
};

export const errors = 'userErrors { code message path }';

/** A mutation with one input. */
export function mutation(field, input, payload) {
  const type =
    typeOf[field] ??
    (field.endsWith('Delete') && !field.includes('Address')
      ? 'Delete'
      : `${field[0].toUpperCase()}${field.slice(1)}`);
  return {
    query: `mutation ($input: ${type}Input!) { ${field}(input: $input) { ${payload} } }`,
    variables: { input },
  };
}
