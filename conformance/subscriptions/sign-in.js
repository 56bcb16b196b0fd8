/** The sign-in of the page. A test sets how it gets a token. */
export const signIn = { getToken: async () => '' };

export const getToken = () => signIn.getToken();
