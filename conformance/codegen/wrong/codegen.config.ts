import config from '../codegen.config';

export default { ...config, documents: 'query Wrong { customers(first: "40") { nickname } }' };
