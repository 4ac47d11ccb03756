/* Service worker of the catalog: what was read stays readable without a network.

   One version, one store. The build writes a list of files with the hash of each: a trunk with what
   every visit needs, blocks of pages, fetched when one of theirs is read, and the blocks of data of the
   search and the explorer (catalog/editions/app.py). The trunk has the hash of each of these, and the version is the hash of the trunk. A file enters the
   store of a version only if its hash stands in the list, so that no store can hold files of two
   editions. Pages come from the network while there is one; a
   page that is not of this version (the site was updated) gets all its parts from the network too.
   A new worker fills its own store first, all or nothing, and takes over when no page of the old
   version is open; only then is the old store removed. */
'use strict';
var VERSION = '__VERSION__';
var SCOPE = self.registration ? self.registration.scope : self.location.href.replace(/[^/]*$/, '');
var PREFIX = 'catalogo ' + new URL(SCOPE).pathname + ' ';
var STORE = PREFIX + VERSION, STRANGERS = PREFIX + 'paginas ajenas', NOTES = PREFIX + 'notas';
var TRUNK = 'assets/app/archivos.json', BLOCKS = 'assets/app/paginas/', PAGE = /\.html$/;
var DATA = 'assets/app/datos.json', DATUM = /^datos\/.+\//;
var OFFLINE = 'sin-conexion/', SHEET = 'assets/catalogo.css', TURN = 'assets/app/relevo.js', SAVED = 'guardado';
var SHELL = 0, SEARCH = 1, ESSENTIAL = 2;
var PATIENCE = 4000, LONGEST_TURN = 8, AT_ONCE = 6, MOST_SHOWN = 60, HASH_BYTES = 9;

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

/* -- the list: rows of [hash, bytes, bytes to fetch, when kept] by file ------------------------- */

var read = new Map();
/* One file of the list, read once while the worker runs. */
function listFile(path, hash) {
  if (!read.has(path)) {
    read.set(path, readListFile(path, hash));
    read.get(path).catch(function () { read.delete(path); });
  }
  return read.get(path);
}
async function readListFile(path, hash) {
  var own = await kept(path);
  if (own) return own.json();
  var body = await (await formerly(path, hash) || await fetch(SCOPE + path, { cache: 'no-store' })).arrayBuffer();
  if (await hashOf(body) !== hash) throw new Error(path + ': another version');
  await store(path, new Response(body, { headers: { 'Content-Type': 'application/json' } }));
  return JSON.parse(new TextDecoder().decode(body));
}
/* The same file as an older version kept it; null when there is none, or it was another. */
async function formerly(path, hash) {
  var names = await olderStores();
  for (var n = 0; n < names.length; n++) {
    var answer = await (await caches.open(names[n])).match(keyOf(path));
    if (answer && await hashOf(await answer.clone().arrayBuffer()) === hash) return answer;
  }
  return null;
}
function trunk() {
  return listFile(TRUNK, VERSION);
}
function blockFile(number) {
  return BLOCKS + number + '.json';
}
async function block(number) {
  return listFile(blockFile(number), (await trunk()).blocks[number]);
}
async function data() {
  return listFile(DATA, (await trunk()).data);
}
async function blockOf(file, blocks) {
  var bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(file)));
  return (bytes[0] * 256 + bytes[1]) % blocks;
}
/* The row of a file; undefined for what the worker must not keep. */
async function rowOf(file) {
  var whole = await trunk();
  if (DATUM.test(file)) return (await data())[file];
  if (whole.files[file] || !PAGE.test(file)) return whole.files[file];
  return (await block(await blockOf(file, whole.blocks.length)))[file];
}
/* All files that the button keeps: needs every block. */
async function essentials() {
  var whole = await trunk(), found = upTo(whole.files, ESSENTIAL).concat(upTo(await data(), ESSENTIAL));
  await each(Array.from(whole.blocks.keys()), async function (number) {
    var rows = await block(number);
    found = found.concat(upTo(rows, ESSENTIAL));
  });
  return found;
}
function upTo(rows, most) {
  return Object.keys(rows).filter(function (file) { return rows[file][3] <= most; });
}
/* Whether the server has another version by now; unknown counts as no. */
async function serverMoved() {
  try {
    var body = await (await fetch(SCOPE + TRUNK, { cache: 'no-store' })).arrayBuffer();
    return await hashOf(body) !== VERSION;
  } catch (offline) {
    return false;
  }
}

async function filesOf(name) {
  return (await (await caches.open(name)).keys()).map(function (request) { return fileOf(request.url); });
}
async function kept(file) {
  return (await caches.open(STORE)).match(keyOf(file));
}
/* Fetch a file into the store. Throws when it is not to be had or is of another version. */
async function keep(file, row) {
  var answer = await fetch(addressOf(file), { cache: 'no-cache' });
  if (!answer.ok) throw new Error(file + ': ' + answer.status);
  var body = await answer.arrayBuffer();
  if (await hashOf(body) !== row[0]) throw new Error(file + ': another version');
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
/* Files that did not change are copied, not fetched. */
async function bring(file) {
  var row = await rowOf(file);
  if (!row || await kept(file)) return;
  var old = await formerly(file, row[0]);
  if (old) return (await caches.open(STORE)).put(keyOf(file), old);
  await keep(file, row);
}
async function install() {
  var saved = await (await caches.open(NOTES)).match(keyOf(SAVED));
  var wanted = saved ? await essentials() : upTo((await trunk()).files, SHELL);
  var had = await Promise.all((await olderStores()).map(filesOf)); /* what the reader had stays */
  await each(Array.from(new Set(wanted.concat.apply(wanted, had))), bring);
}
async function activate() {
  var older = await olderStores();
  await Promise.all(older.concat(STRANGERS).map(function (name) { return caches.delete(name); }));
  /* Only a first worker takes open pages: after an update they might be of the old version. */
  if (!older.length) await self.clients.claim();
}
/* With one page left, and that one leaving, the new version may take over before it arrives. A page in
   between waits for that, mostly a second: the browser ends the old worker as soon as it is idle, and
   what it had just begun to load may never come. Nothing may wake it meanwhile, not even an icon. Only
   once: should it come to nothing, this version goes on. */
var turned = false;
async function turn() {
  if (turned || !self.registration.waiting || (await self.clients.matchAll()).length > 1) return null;
  turned = true;
  return new Response('<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Actualizando</title>' +
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">' +
    '<meta http-equiv="refresh" content="' + LONGEST_TURN + '"><link rel="stylesheet" href="' + SCOPE + SHEET + '">' +
    '<link rel="icon" href="data:,"><script src="' + SCOPE + TURN + '"></script></head><body><header class="hd"><div class="wrap"></div></header>' +
    '<main class="wrap"><p class="lede mt4" role="status">Actualizando el catálogo…</p></main></body></html>', { headers: { 'Content-Type': 'text/html' } });
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
function nothing() { /* not to be had: what needs it does without */ }
function within(promise, milliseconds) {
  return milliseconds ? Promise.race([promise, new Promise(function (_, late) { setTimeout(late, milliseconds, new Error('late')); })]) : promise;
}

async function navigate(event, file) {
  var turning = await turn();
  if (turning) return turning;
  var row = rowOf(file).catch(nothing), own = await kept(file), answer;
  try {
    answer = await within(fetch(event.request.url, { cache: 'no-cache', credentials: 'same-origin', redirect: 'manual' }), own ? PATIENCE : 0);
    if (answer.status >= 500 && own) return own;
    return await received(event, file, answer, row);
  } catch (offline) {
    return own || unsaved(event.request.url);
  }
}
/* A page from the network: kept if it is of this version, else left alone with all its parts. */
async function received(event, file, answer, promised) {
  if (answer.type === 'opaqueredirect') return answer;
  if (!answer.ok) {
    await markStranger(event);
    return answer;
  }
  var row = await within(promised, PATIENCE).catch(nothing), body = await answer.clone().arrayBuffer();
  if (!row || await hashOf(body) !== row[0]) {
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
  var row = await rowOf(file);
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
  if (PAGE.test(file)) event.respondWith(navigate(event, file));
}

/* -- talking with pages (assets/app/app.js) ----------------------------------------------------- */

/* What the button would keep and what of it is missing. No other list is fetched for that: those of
   the files that are here are here as well. `search` is null while the list of data is not. */
async function state() {
  var whole = await trunk(), lacking = whole.essential[0], size = whole.essential[1], packed = whole.essential[2];
  var have = new Set(await filesOf(STORE));
  var numbers = Array.from(whole.blocks.keys()).filter(function (number) { return have.has(blockFile(number)); });
  var read = numbers.map(block).concat(have.has(DATA) ? data() : []);
  [whole.files].concat(await Promise.all(read)).forEach(function (rows) {
    upTo(rows, ESSENTIAL).forEach(function (file) {
      if (!have.has(file)) return;
      lacking -= 1;
      packed -= rows[file][2];
    });
  });
  var note = await (await caches.open(NOTES)).match(keyOf(SAVED));
  var search = have.has(DATA) ? await searchLacking(have) : null;
  return { version: VERSION, lacking: lacking, fetch: packed, size: size, search: search, saved: note ? await note.text() : '' };
}
async function missing() {
  var have = new Set(await filesOf(STORE));
  return { files: (await essentials()).filter(function (file) { return !have.has(file); }) };
}
async function searchLacking(have) {
  return upTo((await trunk()).files, SEARCH).concat(upTo(await data(), SEARCH)).filter(function (file) { return !have.has(file); });
}
async function search() {
  return { files: await searchLacking(new Set(await filesOf(STORE))) };
}
async function keepAll(files) {
  var bytes = 0;
  await each(files, async function (file) {
    var row = file && await rowOf(file);
    if (!row) return;
    if (!await kept(file)) await keep(file, row);
    bytes += row[2];
  });
  return { bytes: bytes };
}
async function markSaved(date) {
  await (await caches.open(NOTES)).put(keyOf(SAVED), new Response(date));
  return {};
}
async function forget() {
  var shell = upTo((await trunk()).files, SHELL).concat(TRUNK), cache = await caches.open(STORE);
  await caches.delete(NOTES);
  await Promise.all((await cache.keys()).map(function (request) {
    return shell.indexOf(fileOf(request.url)) < 0 ? cache.delete(request) : null;
  }));
  return {};
}
/* Titles and addresses of kept pages, for the page shown offline. */
async function pagesKept() {
  var keys = await (await caches.open(STORE)).keys(), found = [];
  for (var n = 0; n < keys.length && found.length < MOST_SHOWN; n++) {
    var file = fileOf(keys[n].url);
    if (!PAGE.test(file) || file === OFFLINE + 'index.html') continue;
    var text = await (await kept(file)).text(), title = /<title>([^<]*)<\/title>/.exec(text);
    found.push([addressOf(file), title ? title[1].replace(/ · [^·]*$/, '') : file]);
  }
  return { pages: found };
}

var ANSWERS = {
  state: state,
  missing: missing,
  search: search,
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
