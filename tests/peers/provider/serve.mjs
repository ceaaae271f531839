// The certified OpenID provider of others (npm oidc-provider), with people of its own and two clients:
// `node serve.mjs PORT CALLBACK SECRET`. Its own pages of development ask for a login and for consent.
import Provider from "oidc-provider";

const [port, callback, secret] = process.argv.slice(2);
const people = { "kim-1": { name: "김하늘", birthdate: "1985-03-01" }, "teen-1": { name: "이봄", birthdate: "2009-05-05" } };
const client = {
  client_secret: secret,
  redirect_uris: [callback],
  grant_types: ["authorization_code"],
  response_types: ["code"],
  token_endpoint_auth_method: "client_secret_basic",
};
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    { client_id: "metaseoul", ...client },
    { client_id: "another", ...client },
  ],
  claims: { openid: ["sub"], profile: ["name", "birthdate"] },
  pkce: { required: () => true },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, ...people[id] }),
  }),
  cookies: { keys: ["of a test"] },
});
provider.listen(Number(port), "127.0.0.1");
