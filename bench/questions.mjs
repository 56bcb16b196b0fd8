/** Questions of sales and support that each contestant asks in its own form. */
export const questions = [
  { name: 'hold', about: 'customers on hold with open orders over 1,000 USD' },
  { name: 'illinois', about: 'customers in Illinois without a sales rep, by credit limit' },
  { name: 'differs', about: 'children that use another carrier than their parent' },
  { name: 'postal', about: 'customers in postal codes that begin with 627' },
  { name: 'limits', about: 'credit limits over 100,000 USD, in any unit' },
  { name: 'number', about: 'the customer of an order, by its number' },
  { name: 'lapsed', about: 'customers whose last order is older than six months' },
  { name: 'never', about: 'customers that never ordered' },
  { name: 'rep', about: 'customers of a sales rep, by name' },
  { name: 'noted', about: 'customers with a text in their note' },
  { name: 'segment', about: 'customers with a value in their metadata' },
  { name: 'unseen', about: 'customers whose source records were not seen this year' },
  { name: 'returns', about: 'customers with a return that was requested or approved' },
  { name: 'exposure', about: 'credit limits by sales rep' },
  { name: 'growth', about: 'customers per country and month of creation in a year' },
  { name: 'changed', about: 'the first 20 changes of credit limits in a month' },
];

/** The reason of contestants that do not take part in them. */
export const lackOf = (reason) => Object.fromEntries(questions.map(({ name }) => [name, reason]));
