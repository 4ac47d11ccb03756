/* Service worker of the catalog: what was read stays readable without a network.

   One version, one store. The build writes a list of all files with the hash of each; the version is
   the hash of that list. A file enters the store of a version only if its hash stands in the list, so
   that no store can hold files of two editions. Pages come from the network while there is one; a
   page that is not of this version (the site was updated) gets all its parts from the network too.
   A new worker fills its own store first, all or nothing, and takes over when no page of the old
   version is open; only then is the old store removed. */
'use strict';
var VERSION = '__VERSION__';
var SCOPE = self.registration ? self.registration.scope : self.location.href.replace(/[^/]*$/, '');
var PREFIX = 'catalogo ' + new URL(SCOPE).pathname + ' ';
var STORE = PREFIX + VERSION, STRANGERS = PREFIX + 'paginas ajenas', NOTES = PREFIX + 'notas';
var LIST = 'assets/app/archivos.json', OFFLINE = 'sin-conexion/', SAVED = 'guardado';
var SHELL = 0, SEARCH = 1, ESSENTIAL = 2;
var PATIENCE = 4000, AT_ONCE = 6, MOST_SHOWN = 60, HASH_BYTES = 9;

/* -- files and their hashes ---------------------------------------------------------------- */

/* «casos/x/» and «casos/x/index.html» are one file; null for what is not of this site. */
function fileOf(address) {
  var url = new URL(address);
  if ((url.origin + url.pathname).indexOf(SCOPE) !== 0) return null;
  var path;
  try { path = decodeURIComponent((url.origin + url.pathname).slice(SCOPE.length)); } catch (malformed) { return null; }
  return path === '' || path.slice(-1) === '/' ? path + 'index.html' : path;
}
/* Fetched by the address of the folder: some servers redirect from the name of the file. */
function addressOf(file) {
  return SCOPE + file.replace(/(^|\/)index\.html$/, '$1');
}
function keyOf(file) {
  return SCOPE + file;
}
async function hashOf(body) {
  var bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', body)).subarray(0, HASH_BYTES);
  return btoa(String.fromCharCode.apply(null, bytes)).replace(/\+/g, '-').replace(/\//g, '_');
}
function answerWith(body, headers) {
  var type = headers.get('Content-Type');
  return new Response(body, { headers: type ? { 'Content-Type': type } : {} });
}

var listing = null;
/* File -> [hash, bytes, bytes to fetch, when kept]. */
function list() {
  if (!listing) {
    listing = readList();
    listing.catch(function () { listing = null; });
  }
  return listing;
}
async function readList() {
  var kept = await (await caches.open(STORE)).match(keyOf(LIST));
  if (kept) return kept.json();
  var body = await (await fetch(SCOPE + LIST, { cache: 'no-store' })).arrayBuffer();
  if (await hashOf(body) !== VERSION) throw new Error('the list is of another version');
  await (await caches.open(STORE)).put(keyOf(LIST), new Response(body, { headers: { 'Content-Type': 'application/json' } }));
  return JSON.parse(new TextDecoder().decode(body));
}
/* Whether the server still has this version; unknown counts as yes. */
async function serverMoved() {
  try {
    var body = await (await fetch(SCOPE + LIST, { cache: 'no-store' })).arrayBuffer();
    return await hashOf(body) !== VERSION;
  } catch (offline) {
    return false;
  }
}

async function kept(file) {
  return (await caches.open(STORE)).match(keyOf(file));
}
/* Fetch a file into the store. Throws when it is not to be had or is of another version. */
async function keep(file, rows) {
  var answer = await fetch(addressOf(file), { cache: 'no-cache' });
  if (!answer.ok) throw new Error(file + ': ' + answer.status);
  var body = await answer.arrayBuffer();
  if (await hashOf(body) !== rows[file][0]) throw new Error(file + ': another version');
  await (await caches.open(STORE)).put(keyOf(file), answerWith(body, answer.headers));
}
/* Work through `files` a few at a time. Stops at the first failure. */
async function each(files, work) {
  var next = 0;
  async function lane() {
    while (next < files.length) await work(files[next++]);
  }
  var lanes = [];
  for (var n = 0; n < AT_ONCE; n++) lanes.push(lane());
  await Promise.all(lanes);
}

/* -- a new version: all of it or nothing ----------------------------------------------------- */

async function olderStores() {
  return (await caches.keys()).filter(function (name) {
    return name.indexOf(PREFIX) === 0 && [STORE, STRANGERS, NOTES].indexOf(name) < 0;
  });
}
/* What the reader had under the old version, as files: hash-equal ones are copied, not fetched. */
async function inherited(rows) {
  var found = new Map();
  var names = await olderStores();
  for (var n = 0; n < names.length; n++) {
    var store = await caches.open(names[n]), keys = await store.keys();
    keys.forEach(function (request) {
      var file = fileOf(request.url);
      if (file && rows[file]) found.set(file, store);
    });
  }
  return found;
}
async function bring(file, rows, store) {
  if (await kept(file)) return;
  var old = store && await store.match(keyOf(file));
  var body = old && await old.clone().arrayBuffer();
  if (body && await hashOf(body) === rows[file][0]) return (await caches.open(STORE)).put(keyOf(file), old);
  await keep(file, rows);
}
async function install() {
  var rows = await list();
  var had = await inherited(rows);
  var most = await (await caches.open(NOTES)).match(keyOf(SAVED)) ? ESSENTIAL : SHELL;
  var wanted = Object.keys(rows).filter(function (file) { return rows[file][3] <= most || had.has(file); });
  await each(wanted, function (file) { return bring(file, rows, had.get(file)); });
}
async function activate() {
  var older = await olderStores();
  await Promise.all(older.concat(STRANGERS).map(function (name) { return caches.delete(name); }));
  /* Only a first worker takes open pages: after an update they might be of the old version. */
  if (!older.length) await self.clients.claim();
}
/* With one page left, and that one leaving, the new version may take over before it arrives. */
async function turn() {
  var next = self.registration.waiting;
  if (!next || (await self.clients.matchAll()).length > 1) return null;
  next.postMessage({ do: 'takeOver' });
  return new Response('', { headers: { 'Refresh': '0', 'Content-Type': 'text/html' } });
}

/* -- answering ------------------------------------------------------------------------------ */

function noteOf(client) {
  return SCOPE + '__pagina/' + client;
}
async function isStranger(client) {
  return client ? !!await (await caches.open(STRANGERS)).match(noteOf(client)) : false;
}
/* The page itself then asks for the next worker (assets/app/app.js): browsers let a worker ask seldom. */
async function markStranger(event) {
  if (event.resultingClientId) await (await caches.open(STRANGERS)).put(noteOf(event.resultingClientId), new Response(''));
}
function within(promise, milliseconds) {
  return milliseconds ? Promise.race([promise, new Promise(function (_, late) { setTimeout(late, milliseconds, new Error('late')); })]) : promise;
}

async function navigate(event, file) {
  var turning = await turn();
  if (turning) return turning;
  var own = await kept(file), answer;
  try {
    answer = await within(fetch(event.request.url, { cache: 'no-cache', credentials: 'same-origin', redirect: 'manual' }), own ? PATIENCE : 0);
    if (answer.status >= 500 && own) return own;
    return await received(event, file, answer);
  } catch (offline) {
    return own || unsaved(event.request.url);
  }
}
/* A page from the network: kept if it is of this version, else left alone with all its parts. */
async function received(event, file, answer) {
  var rows = await list();
  if (answer.type === 'opaqueredirect') return answer;
  if (!answer.ok) {
    await markStranger(event);
    return answer;
  }
  var body = await answer.clone().arrayBuffer();
  if (!rows[file] || await hashOf(body) !== rows[file][0]) {
    await markStranger(event);
    return answer;
  }
  var page = answerWith(body, answer.headers);
  event.waitUntil(store(file, page.clone()));
  return page;
}
/* A full device only means that this page is not kept. */
async function store(file, answer) {
  try { await (await caches.open(STORE)).put(keyOf(file), answer); } catch (full) { /* not kept */ }
}
function unsaved(address) {
  return Response.redirect(SCOPE + OFFLINE + '?de=' + encodeURIComponent(address.slice(SCOPE.length)), 302);
}

async function part(event, file) {
  if (await isStranger(event.clientId)) return fetch(event.request, { cache: 'no-cache' });
  var own = await kept(file);
  if (own) return own;
  var answer = await fetch(event.request, { cache: 'no-cache' });
  var row = (await list())[file];
  if (!row || !answer.ok || answer.type !== 'basic') return answer;
  var body = await answer.clone().arrayBuffer();
  if (await hashOf(body) === row[0]) {
    event.waitUntil(store(file, answerWith(body, answer.headers)));
    return answer;
  }
  /* An old page must not get a new part; a host that rewrites files is no new version. */
  return await serverMoved() ? Response.error() : answer;
}

function onFetch(event) {
  var request = event.request, file = fileOf(request.url);
  if (request.method !== 'GET' || file === null || request.headers.has('range') || file === 'sw.js') return;
  if (request.mode !== 'navigate') return event.respondWith(part(event, file));
  if (/\.html$/.test(file)) event.respondWith(navigate(event, file));
}

/* -- talking with pages (assets/app/app.js) ----------------------------------------------------- */

async function state() {
  var rows = await list(), have = new Set();
  (await (await caches.open(STORE)).keys()).forEach(function (request) { have.add(fileOf(request.url)); });
  function of(most) { return Object.keys(rows).filter(function (file) { return rows[file][3] <= most; }); }
  function sum(files, column) { return files.reduce(function (all, file) { return all + rows[file][column]; }, 0); }
  function missing(file) { return !have.has(file); }
  var essential = of(ESSENTIAL), lacking = essential.filter(missing);
  var note = await (await caches.open(NOTES)).match(keyOf(SAVED));
  return {
    version: VERSION, missing: lacking, fetch: sum(lacking, 2), size: sum(essential, 1), total: essential.length,
    search: of(SEARCH).filter(missing), saved: note ? await note.text() : ''
  };
}
async function keepAll(files) {
  var rows = await list(), bytes = 0;
  await each(files.filter(function (file) { return file && rows[file]; }), async function (file) {
    if (!await kept(file)) await keep(file, rows);
    bytes += rows[file][2];
  });
  return { bytes: bytes };
}
async function markSaved(date) {
  await (await caches.open(NOTES)).put(keyOf(SAVED), new Response(date));
  return {};
}
async function forget() {
  var rows = await list(), cache = await caches.open(STORE);
  await caches.delete(NOTES);
  await Promise.all((await cache.keys()).map(function (request) {
    var row = rows[fileOf(request.url)];
    return row && row[3] > SHELL ? cache.delete(request) : null;
  }));
  return {};
}
/* Titles and addresses of kept pages, for the page shown offline. */
async function pagesKept() {
  var keys = await (await caches.open(STORE)).keys(), found = [];
  for (var n = 0; n < keys.length && found.length < MOST_SHOWN; n++) {
    var file = fileOf(keys[n].url);
    if (!/\.html$/.test(file) || file === OFFLINE + 'index.html') continue;
    var text = await (await kept(file)).text(), title = /<title>([^<]*)<\/title>/.exec(text);
    found.push([addressOf(file), title ? title[1].replace(/ · [^·]*$/, '') : file]);
  }
  return { pages: found };
}

var ANSWERS = {
  state: state,
  keep: function (data) { return keepAll(data.files); },
  visited: function (data) { return keepAll(data.addresses.map(fileOf)); },
  saved: function (data) { return markSaved(data.date); },
  forget: forget,
  pages: pagesKept
};
function onMessage(event) {
  var data = event.data || {};
  if (data.do === 'takeOver') return self.skipWaiting();
  if (!Object.prototype.hasOwnProperty.call(ANSWERS, data.do) || !event.ports[0]) return;
  event.waitUntil(ANSWERS[data.do](data).then(
    function (answer) { event.ports[0].postMessage(answer); },
    function (problem) { event.ports[0].postMessage({ problem: problem.name, words: problem.message }); }));
}

self.addEventListener('install', function (event) { event.waitUntil(install()); });
self.addEventListener('activate', function (event) { event.waitUntil(activate()); });
self.addEventListener('fetch', onFetch);
self.addEventListener('message', onMessage);
