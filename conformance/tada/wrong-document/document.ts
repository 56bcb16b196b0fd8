import { graphql } from '../graphql';

export const wrong = graphql(`
  query Wrong {
    customers(first: "40") {
      nickname
    }
  }
`);
