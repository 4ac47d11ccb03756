/* Catálogo PML: comforts on top of pages that work without any script.
   Loaded in the head before the style sheet, so the chosen scheme is there at first paint.
   Classic script: it also runs from a folder (file://). */
(function () {
  'use strict';
  var ATTRIBUTE = 'data-md-color-scheme';
  var KEY = 'catalogo.esquema';
  var root = document.documentElement;

  /* Storage may be refused (private mode, some file:// pages): then nothing is remembered. */
  function recall() {
    try { return localStorage.getItem(KEY); } catch (refused) { return null; }
  }
  function remember(scheme) {
    try { localStorage.setItem(KEY, scheme); } catch (refused) { /* not remembered */ }
  }

  function show(scheme) {
    root.setAttribute(ATTRIBUTE, scheme);
    if (document.body) document.body.setAttribute(ATTRIBUTE, scheme);
  }
  function current() {
    return root.getAttribute(ATTRIBUTE) ||
      (matchMedia('(prefers-color-scheme:dark)').matches ? 'slate' : 'default');
  }
  function switchScheme() {
    var scheme = current() === 'slate' ? 'default' : 'slate';
    show(scheme);
    remember(scheme);
    say(scheme === 'slate' ? 'Colores oscuros' : 'Colores claros');
  }

  var note, timer;
  /* Tells everybody, screen readers included, what a button did. */
  function say(text) {
    clearTimeout(timer);
    note.textContent = text;
    note.classList.remove('vh');
    timer = setTimeout(function () { note.textContent = ''; note.classList.add('vh'); }, 2500);
  }

  /* The clipboard interface is missing on insecure addresses: fall back to a selection. */
  function copyBySelection(text) {
    var field = document.createElement('textarea');
    var before = document.activeElement;
    field.value = text;
    field.className = 'vh';
    document.body.appendChild(field);
    field.select();
    var done = false;
    try { done = document.execCommand('copy'); } catch (refused) { /* done stays false */ }
    field.remove();
    if (before) before.focus();
    return done;
  }
  function copy(text, success) {
    function finish(done) { say(done ? success : 'No se pudo copiar. Seleccione el texto y cópielo.'); }
    if (!navigator.clipboard) return finish(copyBySelection(text));
    navigator.clipboard.writeText(text).then(
      function () { finish(true); },
      function () { finish(copyBySelection(text)); });
  }

  function address() {
    var canonical = document.querySelector('link[rel=canonical]');
    return canonical ? canonical.href : location.href;
  }
  function share() {
    var url = address();
    if (!navigator.share) return copy(url, 'Enlace copiado');
    navigator.share({ title: document.title, url: url }).catch(function (error) {
      if (error.name !== 'AbortError') copy(url, 'Enlace copiado');
    });
  }
  function copyFrom(button) {
    var part = document.getElementById(button.getAttribute('data-copy'));
    if (part) copy((part.value || part.textContent).trim(), 'Copiado');
  }

  var ACTIONS = {
    scheme: switchScheme,
    print: function () { window.print(); },
    share: share,
    copy: copyFrom
  };

  /* Promises a classic script, which unlike a module also comes from a folder: each address once, and
     once more after a failure. It fails with `true` when what came has not what `there` looks for. */
  var scripts = {};
  window.catalogoScript = function (address, there) {
    if (!scripts[address]) scripts[address] = new Promise(function (done, failed) {
      var script = document.createElement('script');
      function lost(stale) { script.remove(); delete scripts[address]; failed(stale); }
      script.src = address;
      script.async = false;
      script.onload = function () { if (there && !there()) lost(true); else done(); };
      script.onerror = function () { lost(false); };
      document.head.appendChild(script);
    });
    return scripts[address];
  };

  /* The search script is fetched on first use; then it is told which link or box was used last. */
  var searchReady = false, lastAsked;
  var early = null; /* what is typed between asking for the search and its being there */
  function search(part, fail) {
    function announce() {
      document.dispatchEvent(new CustomEvent('catalogo:buscar', { detail: part }));
      if (early && document.activeElement.type === 'search') {
        document.activeElement.value = early;
        document.activeElement.dispatchEvent(new Event('input', { bubbles: true }));
      }
      early = null;
    }
    if (searchReady) return announce();
    var asked = lastAsked = {};
    window.catalogoScript(document.querySelector('a[data-search]').getAttribute('data-search')).then(
      function () { searchReady = true; if (asked === lastAsked) announce(); },
      function () { if (asked === lastAsked) { early = null; fail(); } });
  }
  /* If the script fails, the link goes to the page. */
  function openSearch(link, event) {
    if (!link.getAttribute('data-search') || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (early === null) early = '';
    search(link, function () { location.href = link.href; });
  }
  /* A search box in a page gets ready when it is entered and answers while one types; if the script
     fails, it is still a form. */
  function onBox(event) {
    var link = document.querySelector('a[data-search]');
    if (link && link.getAttribute('data-search') && event.target.matches('main form.ask:not([data-search-page]) input[type=search]')) search(event.target, function () {});
  }

  function onClick(event) {
    var target = event.target.closest ? event.target : event.target.parentNode;
    var button = target.closest('[data-do]');
    var link = target.closest('a[data-search]');
    var menu = document.querySelector('.hd details[open]');
    if (button && ACTIONS[button.getAttribute('data-do')]) ACTIONS[button.getAttribute('data-do')](button);
    if (link) openSearch(link, event);
    if (menu && !menu.contains(target)) menu.open = false;
  }

  function typing(element) {
    return /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) || element.isContentEditable;
  }
  function onKey(event) {
    if (early !== null && !typing(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey && (event.key.length === 1 || event.key === 'Backspace')) {
      early = event.key === 'Backspace' ? early.slice(0, -1) : early + event.key;
      return event.preventDefault();
    }
    var menu = document.querySelector('.hd details[open]');
    if (event.key === 'Escape' && menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
    if ((event.key === 'k' || event.key === 'K') && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      document.querySelector('a[data-search]').click();
    }
    if (event.key === '/' && !event.ctrlKey && !event.metaKey && !typing(event.target)) {
      var box = document.querySelector('main input[type=search]');
      event.preventDefault();
      if (box) box.focus(); else document.querySelector('a[data-search]').click();
    }
  }

  /* Closed details do not print: open them for the paper, then put them back. */
  var opened = [];
  function beforePrint() {
    opened = [].slice.call(document.querySelectorAll('main details:not([open])'));
    opened.forEach(function (part) { part.open = true; });
  }
  function afterPrint() {
    opened.forEach(function (part) { part.open = false; });
    opened = [];
  }

  /* Not found: the words of the mistyped address are a good first search. */
  function fillFromAddress() {
    var box = document.querySelector('[data-from-address]');
    var words = location.pathname.split('/').filter(Boolean).pop() || '';
    try { words = decodeURIComponent(words); } catch (malformed) { return; }
    if (box && !/\.html$/.test(words)) box.value = words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  }

  /* A script of the page (all are deferred) that does not arrive: what stands in the page still works,
     and says so. Scripts that come later, like the search, tell of themselves. */
  var lost = false;
  function onError(event) {
    if (event.target.tagName === 'SCRIPT' && event.target.defer && !/\/app\.js$/.test(event.target.src)) lost = true;
  }
  function tellLost() {
    var place = document.querySelector('#contenido article') || document.getElementById('contenido');
    var box = document.createElement('div'), words = document.createElement('p'), again = document.createElement('button');
    box.className = 'note';
    box.setAttribute('role', 'status');
    words.textContent = 'No se pudo cargar una parte de esta página. Lo que sigue se puede leer y sus enlaces funcionan. Revise la conexión y vuelva a intentarlo.';
    again.type = 'button';
    again.className = 'btn';
    again.textContent = 'Volver a intentar';
    again.addEventListener('click', function () { location.reload(); });
    box.appendChild(words);
    box.appendChild(again);
    place.insertBefore(box, place.firstChild);
  }

  function ready() {
    fillFromAddress();
    if (root.hasAttribute(ATTRIBUTE)) show(root.getAttribute(ATTRIBUTE));
    note = document.createElement('p');
    note.className = 'said vh';
    note.setAttribute('role', 'status');
    document.body.appendChild(note);
    if (lost) tellLost();
    document.addEventListener('click', onClick);
    document.addEventListener('keydown', onKey);
    document.addEventListener('focusin', onBox);
    document.addEventListener('input', onBox);
    window.addEventListener('beforeprint', beforePrint);
    window.addEventListener('afterprint', afterPrint);
  }

  var chosen = recall();
  if (chosen === 'slate' || chosen === 'default') show(chosen);
  root.classList.remove('no-js');
  root.classList.add('js');
  window.addEventListener('error', onError, true);
  document.addEventListener('DOMContentLoaded', ready);
})();
