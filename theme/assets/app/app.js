/* The catalog on this device: registers the service worker (sw.js), keeps what is read, and offers to
   keep everything that matters. Does nothing, and shows nothing, where that is not supported. */
(function () {
  'use strict';
  var BATCH = 24, MEGABYTE = 1e6;
  var MONTHS = ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'];
  var header = document.querySelector('.hd');
  if (!header || !/^https?:$/.test(location.protocol) || !window.isSecureContext || !navigator.serviceWorker || !window.caches) return;
  var base = new URL(header.getAttribute('data-base').replace(/\/?$/, '/'), location.href).href;
  var box = document.querySelector('[data-app]');
  var button = box && box.querySelector('[data-app-save]'), label = button && button.querySelector('span');
  var drop = box && box.querySelector('[data-app-drop]'), words = box && box.querySelector('[data-app-words]');
  var controlled = !!navigator.serviceWorker.controller, connection = navigator.connection || {};
  var plan = null, busy = false;

  function mega(bytes) {
    return (bytes / MEGABYTE).toFixed(1).replace('.', ',') + '\u00a0MB';
  }
  function inWords(date) {
    var parts = /^(\d{4})-(\d\d)-(\d\d)/.exec(date);
    return parts ? Number(parts[3]) + ' de ' + MONTHS[parts[2] - 1] + ' de ' + parts[1] : '';
  }

  /* Ask the worker; rejects with its problem. */
  function ask(message) {
    return navigator.serviceWorker.ready.then(function (registration) {
      return new Promise(function (done, failed) {
        var channel = new MessageChannel();
        channel.port1.onmessage = function (event) {
          if (event.data.problem) failed(event.data); else done(event.data);
        };
        registration.active.postMessage(message, [channel.port2]);
      });
    });
  }

  var registering = null;
  function register() {
    registering = registering || navigator.serviceWorker.register(base + 'sw.js');
    registering.catch(function () { registering = null; });
    return registering;
  }
  function refresh() {
    return ask({ do: 'state' }).then(function (state) { plan = state; show(); return state; });
  }

  function show() {
    if (!box || busy) return;
    box.hidden = false;
    button.hidden = !!plan && !plan.lacking;
    drop.hidden = !plan || !plan.saved;
    label.textContent = 'Guardar para usar sin conexión' + (plan && plan.lacking ? ' (descarga ' + mega(plan.fetch) + ')' : '');
    if (plan && !plan.lacking) words.textContent = 'Guardado en este aparato' + (plan.saved ? ' el ' + inWords(plan.saved) : '') + ': ' + mega(plan.size) + '.';
  }

  /* A few files at a time, so that progress is seen and a cut loses little. */
  function keep(files, from, bytes) {
    if (from >= files.length) return Promise.resolve();
    words.textContent = 'Guardando: ' + Math.floor(100 * from / files.length) + '\u202f% (' + mega(bytes) + ' de ' + mega(plan.fetch) + ')';
    return ask({ do: 'keep', files: files.slice(from, from + BATCH) }).then(function (done) {
      return keep(files, from + BATCH, bytes + done.bytes);
    });
  }
  function explain(problem) {
    if (problem.problem === 'QuotaExceededError') return 'No hay espacio en este aparato. Lo que alcanzó a guardarse se puede leer; libere espacio y pulse otra vez para seguir.';
    if (/another version/.test(problem.words || '')) return 'El catálogo se actualizó mientras se guardaba. Cierre sus otras pestañas, vuelva a cargar la página y pulse otra vez.';
    return 'Se cortó la conexión. Lo que alcanzó a guardarse se puede leer; pulse otra vez para seguir.';
  }
  function save() {
    if (busy) return;
    busy = true;
    button.disabled = true;
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(function () { /* the browser decides */ });
    ask({ do: 'missing' })
      .then(function (answer) { return keep(answer.files, 0, 0); })
      .then(function () { return ask({ do: 'saved', date: new Date().toISOString().slice(0, 10) }); })
      .then(function () { return ''; }, explain)
      .then(function (trouble) {
        busy = false;
        button.disabled = false;
        return refresh().then(function () {
          if (trouble) words.textContent = trouble;
          else drop.focus();
        });
      });
  }
  /* Without the size (the reader asked to save data) the first press only tells it. */
  function onSave() {
    if (plan) return save();
    words.textContent = 'Calculando…';
    register().then(refresh).then(function () { words.textContent = 'Pulse otra vez para guardar.'; },
      function () { words.textContent = 'No se pudo. Inténtelo cuando tenga conexión.'; });
  }
  function onDrop() {
    ask({ do: 'forget' }).then(refresh).then(function () { words.textContent = 'Se quitó lo guardado.'; button.focus(); });
  }

  /* A page is kept when it is read: the worker saw it, except on the very first visit. */
  function keepVisit() {
    var parts = performance.getEntriesByType('resource').map(function (part) { return part.name; });
    return ask({ do: 'visited', addresses: parts.concat(location.href.split('#')[0]) });
  }
  /* Unasked, so only where it takes nothing from the pages. */
  function keepSearch() {
    if (/[23]g$/.test(connection.effectiveType || '')) return;
    return (plan.search ? Promise.resolve({ files: plan.search }) : ask({ do: 'search' })).then(function (answer) {
      if (answer.files.length) return ask({ do: 'keep', files: answer.files });
    });
  }
  /* A worker may not look for its own successor as often as a page may. */
  function lookForNext(registration) {
    if (controlled) registration.update().catch(function () { /* no network */ });
  }
  function start() {
    register().then(function (registration) { lookForNext(registration); return refresh(); }).then(controlled ? keepSearch : keepVisit).catch(function () { /* another time */ });
  }

  /* What the reader sees while there is no network. */
  var notice = null;
  function tellOffline() {
    if (notice || document.querySelector('[data-unsaved]')) return;
    notice = document.createElement('p');
    notice.className = 'note wrap';
    notice.setAttribute('role', 'status');
    notice.setAttribute('data-offline', '');
    var date = plan && plan.saved ? ' el ' + inWords(plan.saved) : '';
    notice.textContent = 'Sin conexión. Está viendo la copia guardada en este aparato' + date + '. Lo guardado se puede leer y buscar; los enlaces a las fuentes no abrirán.';
    document.getElementById('contenido').prepend(notice);
  }
  function tellOnline() {
    if (notice) notice.remove();
    notice = null;
  }

  /* The page «Sin conexión»: the way back to what was wanted, and what there is instead. */
  function fillUnsaved() {
    var place = document.querySelector('[data-unsaved]');
    if (!place) return;
    var wanted = new URLSearchParams(location.search).get('de');
    var target = wanted === null ? null : new URL(base + wanted);
    var again = place.querySelector('[data-unsaved-again]');
    if (target && target.href.indexOf(base) === 0) {
      again.href = target.href;
      again.hidden = false;
    }
    ask({ do: 'pages' }).then(function (answer) { list(place.querySelector('[data-unsaved-kept]'), answer.pages); }).catch(function () { /* no list */ });
  }
  function list(section, pages) {
    section.querySelector('ul').append.apply(section.querySelector('ul'), pages.map(function (page) {
      var item = document.createElement('li'), link = document.createElement('a');
      link.href = page[0];
      link.textContent = new DOMParser().parseFromString(page[1], 'text/html').documentElement.textContent;
      item.append(link);
      return item;
    }));
    section.hidden = !pages.length;
  }

  if (box) {
    button.addEventListener('click', onSave);
    drop.addEventListener('click', onDrop);
  }
  window.addEventListener('offline', tellOffline);
  window.addEventListener('online', tellOnline);
  fillUnsaved();
  if (!navigator.onLine) refresh().catch(function () { /* nothing kept */ }).then(tellOffline);
  else if (connection.saveData && !controlled) show();
  else if (document.readyState === 'complete') start();
  else window.addEventListener('load', start);
})();
