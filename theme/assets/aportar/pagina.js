/* Contribution form, last part: puts the form on the page and keeps everything in step. */
(function () {
  'use strict';
  const A = window.Aportar, el = A.el, page = A.page, layout = A.data.layout;
  const KEY = 'catalogo.aportar', VERSION = 1;
  const parts = {};

  /* == Draft on the device; storage may be full, blocked or missing == */
  function recall() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      return kept && kept.version === VERSION ? Object.assign(A.fresh(), kept.state) : null;
    } catch (refused) { return null; }
  }
  let lost = false, held = false; /* whether what is kept is of this form: only that may be removed */
  function remember() {
    const empty = A.isEmpty(page.state);
    if (empty && !held) return;
    held = !empty;
    try {
      if (empty) {
        localStorage.removeItem(KEY);
        return tell('');
      }
      localStorage.setItem(KEY, JSON.stringify({ version: VERSION, state: page.state }));
      lost = false;
      tell('Borrador guardado en este equipo.');
    } catch (refused) {
      if (!lost) tell('Este equipo no deja guardar el borrador (memoria llena o bloqueada). Todo lo demás funciona: descargue el archivo antes de cerrar.', true);
      lost = true;
    }
  }
  function tell(text, loud) {
    if (parts.draft.textContent === text) return;
    parts.draft.textContent = text;
    parts.draft.classList.toggle('loud', Boolean(loud));
  }
  function forgetDraft() {
    if (!window.confirm('¿Borrar todo lo escrito en este formulario?')) return;
    try { localStorage.removeItem(KEY); } catch (refused) { /* nothing was kept */ }
    start(A.fresh());
    tell('Borrador borrado.');
    parts.form.querySelector('input,select,textarea').focus();
  }

  /* == What the address asks for == */
  function prefill(state) {
    const asked = new URLSearchParams(location.search);
    ['country', 'sector', 'resource', 'level'].forEach(function (name) {
      const field = A.field('case', name), given = asked.getAll(name).join(',').split(',').map(function (text) { return text.trim(); });
      const ids = given.filter(Boolean).map(function (text) { return A.term(field.vocabulary, text) ? text : A.meant(field.vocabulary, text).certain ? A.meant(field.vocabulary, text).id : ''; }).filter(Boolean);
      if (ids.length && A.isEmpty(state.case[name])) state.case[name] = field.many ? ids : ids[0];
    });
    return state;
  }
  const FILES = { casos: ['case', '.md'], practicas: ['practice', '.md'], organizaciones: ['organization', '.yml'], fuentes: ['source', '.yml'] };
  /* ?corregir=casos/<id>: how to correct an entry that exists. */
  function corrected() {
    const found = /^\/?(casos|practicas|organizaciones|fuentes)\/([a-z0-9-]{1,60})\/?$/.exec(new URLSearchParams(location.search).get('corregir') || '');
    return found && FILES[found[1]].concat(found[2]);
  }
  function correction() {
    const kind = corrected(), entry = kind && A.entry(kind[0], kind[2]);
    if (!entry) return;
    const site = A.data.site, file = kind[0] + 's/' + entry[0] + kind[1], acts = el('p', { class: 'acts' });
    if (site.repository) {
      acts.append(el('a', { class: 'btn go', href: site.repository + '/edit/' + encodeURIComponent(site.branch) + '/' + file, rel: 'noopener' }, 'Corregir en GitHub'));
    }
    if (site.email) {
      acts.append(el('a', { class: 'btn', href: A.mailAddress('Corrección: ' + entry[1], 'Ficha: ' + file + '\n\nDice:\n\nDebería decir:\n\nLo sé por (fuente):\n') }, 'Escribir un correo'));
    }
    const note = el('div', { class: 'note', tabindex: '-1' }, el('p', {}, A.icon('edit'), el('b', {}, ' Corregir: '),
      el('a', { href: A.entryAddress(kind[0], entry[0]) }, entry[1])),
    el('p', {}, 'Diga qué dato está mal, qué debería decir y en qué documento se ve. El archivo es ' + file + '.'), acts);
    if (!acts.children.length) note.append(el('p', {}, 'Esta copia no tiene correo ni repositorio: entregue la corrección a quien la cuida.'));
    document.getElementById('correccion').replaceChildren(note);
    note.focus();
  }

  /* == Building == */
  function core(section) {
    const trio = el('div', { class: 'grp facts-of' });
    layout.core.forEach(function (name) {
      const field = A.field('case', name), control = A.control('case', field, 'case/' + name);
      if (['country', 'sector', 'period'].includes(name)) {
        trio.append(control);
        if (name === 'country') section.append(trio);
      } else section.append(control);
    });
    ['resource', 'practices'].forEach(function (name) {
      const note = page.boxes.get('case/' + name + '_note').box;
      A.follow(note, function () { note.hidden = !A.isEmpty(A.get('case/' + name)) && A.isEmpty(A.get('case/' + name + '_note')); });
    });
    parts.similar = el('div', { role: 'status' });
    section.append(parts.similar);
    return section;
  }
  function bodyPart() {
    const part = el('details', { class: 'facet more' }, el('summary', {}, 'El texto de la ficha')), place = el('div', {});
    part.append(el('p', { class: 's' }, 'Solo las partes que tengan algo que decir. Con sus palabras: nada copiado de la fuente. De 60 a 160 palabras en total bastan.'), A.spreader(), place);
    let drawn = null;
    A.follow(part, function () {
      const level = page.state.case.level || '', headings = A.data.headings[level] || [];
      if (level === drawn) return;
      drawn = level;
      Array.from(page.boxes.keys()).filter(function (path) { return path.startsWith('body/'); }).forEach(function (path) { page.boxes.delete(path); });
      place.replaceChildren.apply(place, headings.map(section));
      if (!headings.length) place.append(el('p', { class: 'mute' }, 'Elija antes quién lo hizo: las partes cambian.'));
    });
    return part;
  }
  function section(heading) {
    const path = 'body/' + heading, known = A.box(path, heading), control = el('textarea', { id: known.id, rows: 4 });
    control.value = A.get(path) || '';
    control.addEventListener('input', function () { A.set(path, control.value); A.typing(path); });
    known.write = function (text) { control.value = text; A.set(path, text); };
    return known.add(control);
  }
  function slugPart() {
    const known = A.box('slug', 'Nombre del archivo', { help: 'Será la dirección de la ficha para siempre. Se propone con el país y el título; puede cambiarlo.' });
    const control = el('input', { id: known.id, type: 'text', autocapitalize: 'off', spellcheck: 'false', autocomplete: 'off' });
    control.value = page.state.slug;
    control.addEventListener('input', function () { A.set('slug', control.value.trim()); A.typing('slug'); });
    known.write = function (text) { control.value = text; A.set('slug', text); };
    A.follow(control, function () { control.placeholder = A.proposedSlug(page.state); });
    return known.add(control);
  }
  function build() {
    const form = parts.form;
    page.boxes.clear();
    page.refresh = [];
    form.replaceChildren();
    parts.summary = el('div', { class: 'summary' });
    const figures = A.step('2. Los resultados con número', 'opcional, vale mucho'), sources = A.step('3. La fuente');
    layout.figures.forEach(function (name) { figures.append(A.control('case', A.field('case', name), 'case/' + name)); });
    layout.sources.forEach(function (name) { sources.append(A.control('case', A.field('case', name), 'case/' + name)); });
    const more = A.step('Si quiere contar más', 'opcional');
    more.append(bodyPart());
    layout.folded.forEach(function (pair) { if (pair[1].length) more.append(A.folded(pair[0], pair[1])); });
    parts.output = el('div', {});
    parts.draft = el('p', { class: 's mute draft', role: 'status' });
    const end = A.step('Enviar');
    end.append(slugPart(), el('p', { class: 'acts' }, A.button('Revisar y enviar', null, send, true),
      A.button('Descargar archivo', 'down', function () { A.downloadAll(A.files(page.state)); })), parts.output, parts.draft,
    el('p', { class: 'acts' }, A.button('Borrar borrador', 'x', forgetDraft)));
    form.append(parts.summary, core(A.step('1. Lo mínimo', 'lo marcado con * es necesario')), figures, sources, more, end);
  }

  /* == Keeping in step == */
  let waiting = 0, saving = 0, shown = '';
  /* Who leaves at once, or goes to another app that ends this one, keeps the last word too. */
  function leave() {
    if (page.state) remember();
  }
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', function () { if (document.visibilityState === 'hidden') leave(); });
  const asked = new Set(); /* once while typing; sending asks again for what did not come */
  A.changed = function (now) {
    clearTimeout(waiting);
    if (now) return update();
    waiting = setTimeout(update, 120);
    return undefined;
  };
  function errors() { return page.faults.filter(function (fault) { return !fault.warning; }); }
  function update() {
    const lacking = A.needed(page.state).filter(function (kind) { return !A.arrived(kind) && !asked.has(kind); });
    lacking.forEach(function (kind) { asked.add(kind); });
    if (lacking.length) A.bring(lacking).then(function () { A.changed(); });
    A.runFollowers();
    page.faults = A.review(page.state);
    A.showFaults();
    const files = A.files(page.state), made = JSON.stringify(files);
    A.preview(parts.preview, files);
    A.showSimilar(parts.similar, page.state);
    if (page.all) summarize();
    if (parts.output.firstChild) {
      if (errors().length) parts.output.replaceChildren();
      else if (made !== shown) A.outputs(parts.output, page.state, files); /* else whoever stands there stays there */
    }
    shown = made;
    clearTimeout(saving);
    saving = setTimeout(remember, 300);
  }
  function summarize() {
    const wrong = errors(), seen = new Set(), list = el('ul', {});
    const key = JSON.stringify(wrong.map(function (fault) { return [fault.path, fault.message]; }));
    if (parts.summary.dataset.key === key) return; /* who stands on it stays there */
    parts.summary.dataset.key = key;
    parts.summary.replaceChildren();
    if (!wrong.length) return;
    wrong.forEach(function (fault) {
      const known = page.boxes.get(fault.path);
      if (!known || seen.has(fault.path)) return;
      seen.add(fault.path);
      const link = el('a', { href: '#' + known.id }, known.label + ': ' + fault.message);
      link.addEventListener('click', function (event) { event.preventDefault(); goTo(known); });
      list.append(el('li', {}, link));
    });
    const said = seen.size === 1 ? ' Falta corregir una cosa:' : ' Falta corregir ' + seen.size + ' cosas:';
    parts.summary.append(el('div', { class: 'note stop', role: 'alert', tabindex: '-1' }, el('p', {}, el('b', {}, A.icon('warn'), said)), list));
  }
  function goTo(known) {
    known.box.hidden = false;
    for (let up = known.box.parentNode; up; up = up.parentNode) if (up.tagName === 'DETAILS') up.open = true;
    (known.controls[0] || known.box).focus();
    known.box.scrollIntoView({ block: 'center' });
  }
  function send() {
    A.spread();
    return A.bring(A.needed(page.state)).then(finish);
  }
  function finish() {
    page.all = true;
    update();
    const wrong = parts.summary.firstChild;
    if (wrong) {
      wrong.focus();
      wrong.scrollIntoView({ block: 'start' });
      return;
    }
    A.outputs(parts.output, page.state, A.files(page.state)).focus();
  }

  function start(state) {
    page.state = state;
    page.typed.clear();
    page.left.clear();
    page.all = false;
    build();
    update();
  }
  function mount() {
    const root = document.getElementById('aportar'), kept = recall();
    const kinds = kept ? mentioned(kept) : [];
    if (corrected()) kinds.push(corrected()[0]);
    parts.form = el('form', { novalidate: true, 'aria-label': 'Caso nuevo' });
    parts.form.addEventListener('submit', function (event) { event.preventDefault(); });
    parts.preview = document.getElementById('vista');
    root.replaceChildren(parts.form);
    if (!kinds.length) return begin(kept);
    parts.form.append(el('p', { class: 'mute', role: 'status' }, kept ? 'Recuperando el borrador…' : 'Abriendo…'));
    return A.bring(kinds).then(function () { begin(kept); });
  }
  function mentioned(kept) {
    try { return A.mentioned(kept); } catch (broken) { return []; }
  }
  function begin(kept) {
    try {
      start(prefill(kept || A.fresh()));
    } catch (broken) {
      if (!kept) throw broken;
      start(prefill(A.fresh())); /* a draft of another edition that no longer fits */
    }
    held = Boolean(kept) && !A.isEmpty(page.state);
    if (kept && !A.isEmpty(kept)) tell('Se recuperó el borrador de este equipo.');
    correction();
  }
  mount();
})();
