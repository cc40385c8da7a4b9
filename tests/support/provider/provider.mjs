// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An identity provider that answers like PeeringDB's, around oidc-provider: the tests sign in to it, and so does the
// desk in the invented world. It exists because PeeringDB itself must not be called by tests, and because a provider
// written by us would share our mistakes; so what OpenID Connect prescribes is left to oidc-provider, and only
// PeeringDB's own ways are added here: paths below /oauth2, opaque access tokens, null claims for scopes that were
// not granted, the `networks` claim, /profile/v1, Basic authentication refused. One thing PeeringDB does not do yet
// is added for the endpoints: `resource` (RFC 8707) in a token request gives a JWT access token for that endpoint.
//
//   node provider.mjs CONFIG.json [--exit-with-stdin]
//
// CONFIG.json, everything optional but users:
//   {
//     "port": 0,                      a free one
//     "login": "page" | USER ID,      a page to click on, or that person without a page
//     "clients": [{"client_id", "redirect_uris", "client_secret"}],      default: peerdesk, public, loopback
//     "ttl": {"access": 36000, "resource": 3600, "id": 36000, "refresh": 1209600, "code": 60},      seconds
//     "users": [{"id": 7, "given_name", "family_name", "email", "verified_user": true, "amr": ["pwd", "otp"],
//                "networks": [{"id": 1, "name", "asn", "perms": 15, "manage_peering_sessions": 15}]}]
//   }
// The first line on stdout is {"issuer", "port", "control"}. POST to control + "/state" merges into the state below:
// login, ttl, faults and people ("users": those named replace the ones with the same id) can change while it runs. POST control + "/rotate" makes new signing keys. POST {"user",
// "resource"} to control + "/token" gives that person's access token for that endpoint, for scripts.

import { createRequire } from 'node:module';
import { createHmac, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import path from 'node:path';

const here = path.dirname(fileURLToPath(import.meta.url));
const modules = process.env.PEERDESK_NODE_MODULES ?? path.join(here, '../../../build/node/node_modules');
const require = createRequire(path.join(modules, 'anchor.js'));
const { default: Provider, interactionPolicy } = await import(pathToFileURL(require.resolve('oidc-provider')));
const { SignJWT, decodeJwt, importJWK } = require('jose');

const config = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const users = new Map(config.users.map((user) => [String(user.id), user]));

const state = {
  login: config.login ?? 'page',
  ttl: { access: 36000, resource: 3600, id: 36000, refresh: 1209600, code: 60, ...config.ttl },
  // What goes wrong on purpose:
  //   deny: the person says no          withhold: [scopes the person did not grant]
  //   nonce, audience, issuer, atHash, expired, issuedLater: that claim of the id_token is wrong
  //   signature: "none" | "HS256" | "foreign"
  //   wrongSecret: the token endpoint takes no client          grantGone: it takes no grant (RFC 6749 section 5.2)
  //   status: {"discovery" | "jwks" | "token" | "profile" | "revoke": HTTP status answered instead}
  faults: {},
  calls: { discovery: 0, jwks: 0, token: 0, revoke: 0, profile: 0 },
};

// RFC 8252 section 7.3: the port of a loopback redirect is the client's choice.
const defaultClients = [{ client_id: 'peerdesk', redirect_uris: ['http://127.0.0.1/cb'] }];

let keys = [];
let provider;
let issuer;

function newKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'RS256', use: 'sig' };
}

// PeeringDB always sends every claim; null stands for "that scope was not granted".
function claimsOf(user, scopes) {
  const when = (scope, value) => (scopes.has(scope) ? value : null);
  return {
    sub: String(user.id),
    id: when('profile', user.id),
    name: when('profile', `${user.given_name} ${user.family_name}`),
    given_name: when('profile', user.given_name),
    family_name: when('profile', user.family_name),
    verified_user: when('profile', user.verified_user ?? true),
    email: when('email', user.email),
    email_verified: when('email', user.verified_email ?? true),
    networks: when('networks', networksOf(user)),
    amr: when('amr', user.amr ?? ['pwd']) ?? [],
  };
}

// The claim carries no manage_peering_sessions; only /profile/v1 does.
function networksOf(user) {
  return user.networks.map(({ id, name, asn, perms }) => ({ id, name, asn, perms }));
}

function grantedScopes(scope) {
  const withheld = new Set(state.faults.withhold ?? []);
  return new Set(scope.split(' ').filter((word) => !withheld.has(word)));
}

// The sign-in page asks for the consent as well, so a second page for it would only be in the way.
function onePageOnly() {
  const policy = interactionPolicy.base();
  policy.get('consent').checks.remove('native_client_prompt');
  return policy;
}

const endpointScope = 'urn:ietf:params:oauth:scope:peering-api';

function endpoint(url) {
  return { scope: '', audience: url, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } };
}

function build() {
  const made = new Provider(issuer, {
    jwks: { keys },
    cookies: { keys: [randomUUID()] },
    clients: (config.clients ?? defaultClients).map((client) => ({
      application_type: 'native',
      grant_types: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_method: client.client_secret ? 'client_secret_post' : 'none',
      id_token_signed_response_alg: 'RS256',
      ...client,
    })),
    routes: {
      authorization: '/authorize/', token: '/token/', userinfo: '/userinfo/', introspection: '/introspect/',
      revocation: '/revoke_token/', jwks: '/.well-known/jwks.json',
    },
    scopes: ['openid', 'profile', 'email', 'networks', 'amr'],
    claims: { openid: Object.keys(claimsOf(config.users[0], new Set())), amr: [] },
    conformIdTokenClaims: false,
    pkce: { required: () => false },
    rotateRefreshToken: true,
    issueRefreshToken: async () => true,
    clientBasedCORS: () => false,
    ttl: {
      AccessToken: (ctx, token) => (token.resourceServer ? state.ttl.resource : state.ttl.access),
      IdToken: () => state.ttl.id,
      RefreshToken: () => state.ttl.refresh,
      AuthorizationCode: () => state.ttl.code,
      Grant: 1209600, Interaction: 3600, Session: 3600,
    },
    interactions: { policy: onePageOnly(), url: (ctx, interaction) => `/interaction/${interaction.uid}` },
    async findAccount(ctx, id) {
      const user = users.get(id);
      return user && { accountId: id, claims: async (use, scope) => claimsOf(user, grantedScopes(scope)) };
    },
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId,
      });
      const asked = ctx.oidc.params.scope.split(' ');
      const granted = grantedScopes(ctx.oidc.params.scope);
      grant.addOIDCScope([...granted].join(' '));
      const refused = asked.filter((scope) => !granted.has(scope));
      if (refused.length) grant.rejectOIDCScope(refused.join(' '));
      await grant.save();
      return grant;
    },
    extraTokenClaims(ctx, token) {
      const user = users.get(token.accountId);
      return token.resourceServer && user
        ? {
          name: `${user.given_name} ${user.family_name}`, verified_user: user.verified_user ?? true,
          email: user.email, email_verified: user.verified_email ?? true, networks: user.networks,
        }
        : undefined;
    },
    // An endpoint takes no token that was not given for it (RFC 9068 section 5).
    formats: { customizers: { jwt: (ctx, token, made) => { made.payload.scope = endpointScope; } } },
    features: {
      devInteractions: { enabled: false },
      introspection: { enabled: true },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => undefined,
        useGrantedResource: () => false,
        getResourceServerInfo: (ctx, resource) => endpoint(resource),
      },
    },
  });
  // Which endpoints a person will write to is not known when signing in: any resource may be named later.
  for (const model of [made.RefreshToken, made.AuthorizationCode])
    Object.defineProperty(model.prototype, 'resourceIndicators', { get: () => ({ has: () => true }) });
  made.use(spoilIdToken);
  made.on('server_error', (ctx, error) => console.error(error));
  return made;
}

async function spoilIdToken(ctx, next) {
  await next();
  const { faults } = state;
  if (ctx.oidc?.route !== 'token' || !ctx.body?.id_token) return;
  const payload = decodeJwt(ctx.body.id_token);
  const spoilt = {
    ...(faults.nonce && { nonce: 'another' }),
    ...(faults.audience && { aud: 'another-client' }),
    ...(faults.issuer && { iss: 'http://127.0.0.1:1/oauth2' }),
    ...(faults.atHash && { at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' }),
    ...(faults.expired && { iat: payload.iat - 7200, exp: payload.iat - 3600 }),
    ...(faults.issuedLater && { iat: payload.iat + 3600, exp: payload.iat + 7200 }),
  };
  if (!Object.keys(spoilt).length && !faults.signature) return;
  ctx.body.id_token = await sign({ ...payload, ...spoilt }, faults.signature);
}

async function sign(payload, how) {
  const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const kid = keys[0].kid;
  if (how === 'none') return `${encode({ alg: 'none' })}.${encode(payload)}.`;
  if (how === 'HS256') {
    // The classic confusion: the public key's text as the symmetric secret.
    const text = `${encode({ alg: 'HS256', kid })}.${encode(payload)}`;
    return `${text}.${createHmac('sha256', keys[0].n).update(text).digest('base64url')}`;
  }
  const key = how === 'foreign' ? newKey() : keys[0];
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid }).sign(await importJWK(key, 'RS256'));
}

function answer(res, status, body, headers = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}

async function bodyOf(req) {
  let text = '';
  for await (const chunk of req) text += chunk;
  return text;
}

const escape = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

function page(uid) {
  const people = [...users.values()].map((user) => `
    <form method="post" action="/interaction/${uid}"><button name="user" value="${escape(user.id)}">
      <b>${escape(user.given_name)} ${escape(user.family_name)}</b>
      <span>${user.networks.map((net) => `AS${escape(net.asn)} ${escape(net.name)}`).join(', ')}</span>
    </button></form>`).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>Sign in</title><style>
      body { font: 16px sans-serif; max-width: 34em; margin: 10vh auto; color: #1d1f23 }
      form { margin: .5em 0 } span { display: block; color: #646a73 }
      button { width: 100%; padding: .8em 1em; text-align: left; font: inherit; background: #fff;
               border: 1px solid #e2e3e6; border-radius: 6px; cursor: pointer }
    </style>
    <h1>Sign in to the invented PeeringDB</h1><p>Peerdesk asks for the name, the address and the networks of:</p>
    ${people}
    <form method="post" action="/interaction/${uid}"><button name="user" value="">Refuse</button></form></html>`;
}

async function interaction(req, res) {
  const details = await provider.interactionDetails(req, res);
  let user;
  if (state.faults.deny) user = '';
  else if (state.login !== 'page') user = String(state.login);
  else if (req.method === 'POST') user = new URLSearchParams(await bodyOf(req)).get('user') ?? '';
  else return answer(res, 200, page(details.uid), { 'content-type': 'text/html; charset=utf-8' });
  const result = users.has(user)
    ? { login: { accountId: user, amr: users.get(user).amr ?? ['pwd'], remember: false } }
    : { error: 'access_denied', error_description: 'The person did not agree' };
  return provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false });
}

// docs.peeringdb.com/oauth: each key appears only with its scope.
async function profile(req, res) {
  const [scheme, value] = (req.headers.authorization ?? '').split(' ');
  const token = scheme === 'Bearer' && value ? await provider.AccessToken.find(value) : undefined;
  const user = token && !token.isExpired && users.get(token.accountId);
  if (!user) return answer(res, 401, { detail: 'Authentication credentials were not provided.' });
  const scopes = new Set(token.scope.split(' '));
  if (!scopes.has('profile')) return answer(res, 403, { detail: 'Missing scope: profile' });
  return answer(res, 200, {
    id: user.id,
    name: `${user.given_name} ${user.family_name}`,
    given_name: user.given_name,
    family_name: user.family_name,
    verified_user: user.verified_user ?? true,
    ...(scopes.has('email') && { email: user.email, verified_email: user.verified_email ?? true }),
    ...(scopes.has('networks') && { networks: user.networks }),
    ...(scopes.has('amr') && { amr: user.amr ?? ['pwd'] }),
  });
}

async function control(req, res, what) {
  if (what === '/rotate') {
    keys = [newKey()];
    provider = build();
  } else if (what === '/token') {
    const { user, resource } = JSON.parse(await bodyOf(req));
    return answer(res, 200, { access_token: await tokenFor(String(user), resource) });
  } else {
    const { login, ttl, faults, users: people = [] } = JSON.parse(await bodyOf(req));
    for (const person of people) users.set(String(person.id), person);
    state.login = login ?? state.login;
    Object.assign(state.ttl, ttl);
    state.faults = faults ?? state.faults;
  }
  return answer(res, 200, state);
}

// What a token request with `resource` gives, without a person.
async function tokenFor(accountId, resource) {
  const client = await provider.Client.find((config.clients ?? defaultClients)[0].client_id);
  const grant = new provider.Grant({ clientId: client.clientId, accountId });
  const token = new provider.AccessToken({ accountId, client, grantId: await grant.save(), gty: 'refresh_token' });
  token.resourceServer = new provider.ResourceServer(resource, endpoint(resource));
  token.scope = '';
  return token.save();
}

const faultOf = {
  '/oauth2/.well-known/openid-configuration': 'discovery',
  '/oauth2/.well-known/jwks.json': 'jwks',
  '/oauth2/token/': 'token',
  '/oauth2/revoke_token/': 'revoke',
  '/profile/v1': 'profile',
};

async function handle(req, res) {
  const { pathname } = new URL(req.url, issuer);
  if (faultOf[pathname]) state.calls[faultOf[pathname]] += 1;
  const status = state.faults.status?.[faultOf[pathname]];
  if (status) return answer(res, status, { error: 'server_error', error_description: 'Something broke' });
  if (faultOf[pathname] === 'token' && (state.faults.wrongSecret || state.faults.grantGone)) {
    const [code, error] = state.faults.wrongSecret ? [401, 'invalid_client'] : [400, 'invalid_grant'];
    return answer(res, code, { error });
  }
  if (pathname.startsWith('/_kit')) return control(req, res, pathname.slice('/_kit'.length));
  if (pathname === '/profile/v1') return profile(req, res);
  if (pathname.startsWith('/interaction/')) return interaction(req, res);
  // PeeringDB takes any Basic authentication for a user's password and refuses it before OAuth sees it.
  if (/^basic /i.test(req.headers.authorization ?? ''))
    return answer(res, 401, { meta: { error: 'Invalid username or password' } });
  if (pathname.startsWith('/oauth2/')) {
    // Nobody stays signed in here: the next sign-in asks again who it is.
    if (pathname === '/oauth2/authorize/') delete req.headers.cookie;
    req.originalUrl = req.url;
    req.url = req.url.slice('/oauth2'.length);
    return provider.callback()(req, res);
  }
  return answer(res, 404, { meta: { error: 'Not found' } });
}

const server = createServer((req, res) => handle(req, res).catch((error) => answer(res, 500, { error: String(error) })));
server.listen(config.port ?? 0, '127.0.0.1', () => {
  const { port } = server.address();
  const base = `http://127.0.0.1:${port}`;
  issuer = `${base}/oauth2`;
  keys = [newKey()];
  provider = build();
  process.stdout.write(`${JSON.stringify({ issuer, port, control: `${base}/_kit` })}\n`);
});
if (process.argv.includes('--exit-with-stdin')) process.stdin.on('end', () => process.exit()).resume();
