/* Contribution form, part 7: one box for one field. Everything typed is shown as text, never as HTML. */
(function () {
  'use strict';
  const A = window.Aportar;
  const SVG = 'http://www.w3.org/2000/svg';
  const page = A.page = { state: A.fresh(), boxes: new Map(), typed: new Set(), left: new Set(), all: false, refresh: [] };

  A.el = function (tag, attributes) {
    const made = document.createElement(tag), given = attributes || {};
    Object.keys(given).forEach(function (name) {
      if (given[name] !== null && given[name] !== undefined && given[name] !== false) {
        made.setAttribute(name, given[name] === true ? '' : given[name]);
      }
    });
    for (let i = 2; i < arguments.length; i++) if (arguments[i]) made.append(arguments[i]);
    return made;
  };
  const el = A.el;
  A.icon = function (id) {
    const svg = document.createElementNS(SVG, 'svg'), use = document.createElementNS(SVG, 'use');
    svg.setAttribute('class', 'i');
    svg.setAttribute('aria-hidden', 'true');
    use.setAttribute('href', '#i-' + id);
    svg.append(use);
    return svg;
  };
  A.idOf = function (path) { return 'f-' + A.slugOf(path.replace(/[/@_]/g, ' ')); };

  A.get = function (path) { return A.at(page.state, path); };
  A.set = function (path, value) { A.put(page.state, path, value); A.changed(); };

  /* When a fault may be shown: some only once the person has left the field. */
  const PATIENT = ['K02', 'K05', 'K07', 'T01', 'R01', 'U02', 'U03'];
  let timer = 0;
  A.typing = function (path) {
    clearTimeout(timer);
    timer = setTimeout(function () { page.typed.add(path); A.changed(); }, 600);
  };
  A.leaving = function (path) { page.left.add(path); A.changed(); };
  function visible(fault) {
    if (page.all || page.left.has(fault.path)) return true;
    return page.typed.has(fault.path) && !PATIENT.includes(fault.code);
  }

  /* Runs after every change, as long as the part is on the page. */
  A.follow = function (part, run) { page.refresh.push({ part: part, run: run }); };
  A.runFollowers = function () {
    page.refresh = page.refresh.filter(function (one) { return one.part.isConnected; });
    page.refresh.forEach(function (one) { one.run(); });
  };

  function limits(field) {
    if (field.shape !== 'text' || !field.high || field.high >= 5000) return '';
    return field.low ? 'Entre ' + field.low + ' y ' + field.high + ' caracteres.' : 'Hasta ' + field.high + ' caracteres.';
  }

  /* The frame of a field: label, help, place for the error, control. `group` frames several inputs. */
  A.box = function (path, label, options) {
    const given = options || {}, id = A.idOf(path);
    const star = given.required ? el('span', { class: 'req', title: 'obligatorio' }, '*') : null;
    const name = el(given.group ? 'legend' : 'label', given.group ? {} : { for: id }, label, star ? ' ' : null, star);
    const hint = given.help || given.counter ? el('span', { class: 'h', id: 'h-' + id }, given.help || '') : null;
    const error = el('span', { class: 'e', id: 'e-' + id, hidden: true });
    const box = el(given.group ? 'fieldset' : 'div', { class: 'f', id: given.group ? id : null, tabindex: given.group ? '-1' : null }, name, hint, error);
    const known = { box: box, hint: hint, error: error, id: id, label: label, controls: [], shown: '' };
    page.boxes.set(path, known);
    box.addEventListener('focusout', function (event) {
      if (!box.contains(event.relatedTarget)) A.leaving(path);
    });
    known.add = function (control, part) {
      known.controls.push(control);
      describe(known, control, '');
      box.append(part || control);
      return box;
    };
    return known;
  };
  function describe(known, control, error) {
    const ids = [known.hint ? 'h-' + known.id : '', error].filter(Boolean).join(' ');
    if (ids) control.setAttribute('aria-describedby', ids); else control.removeAttribute('aria-describedby');
  }

  /* Puts the first visible fault of each field beside it. */
  A.showFaults = function () {
    const first = new Map();
    page.faults.filter(visible).forEach(function (fault) {
      const known = first.get(fault.path);
      if (!known || (known.warning && !fault.warning)) first.set(fault.path, fault);
    });
    page.boxes.forEach(function (known, path) {
      const fault = first.get(path), text = fault ? fault.code + fault.message + fault.hint + fault.fixes : '';
      if (known.shown === text) return;
      known.shown = text;
      known.box.classList.toggle('err', Boolean(fault) && !fault.warning);
      known.box.classList.toggle('doubt', Boolean(fault) && fault.warning);
      known.error.hidden = !fault;
      known.error.replaceChildren();
      if (fault) fill(known, path, fault);
      known.controls.forEach(function (control) {
        if (fault && !fault.warning) control.setAttribute('aria-invalid', 'true');
        else control.removeAttribute('aria-invalid');
        describe(known, control, fault ? 'e-' + known.id : '');
      });
    });
  };
  function fill(known, path, fault) {
    known.error.append(A.icon('warn'), ' ' + fault.message + ' ' + fault.hint + ' ');
    known.error.append(el('a', { href: A.ruleAddress(fault.code), class: 'rule', target: '_blank', rel: 'noopener' }, 'PML-' + fault.code), ' ');
    fault.fixes.slice(0, 2).forEach(function (fix) {
      if (!known.write) return;
      const said = known.say ? known.say(fix) : fix;
      const button = el('button', { type: 'button', class: 'btn fix' }, 'Usar «' + (said.length > 40 ? said.slice(0, 40) + '…' : said) + '»');
      button.addEventListener('click', function () {
        known.write(fix);
        A.changed(true);
        if (known.controls[0]) known.controls[0].focus();
      });
      known.error.append(button, ' ');
    });
  }
  A.ruleAddress = function (code) {
    return document.getElementById('aportar').dataset.rule.replace('pml-0', 'pml-' + code.toLowerCase());
  };

  const KEYBOARD = { integer: 'numeric', year: 'numeric', url: 'url' };
  /* A line or some lines of text: also numbers, dates and addresses, which the rules read. */
  A.textBox = function (record, field, path, required) {
    const said = A.wording(record, field), many = A.isLines(field), one = many ? A.lineField(field) : field;
    const long = many || (one.shape === 'text' && one.high > 160) || field.name === 'summary';
    const help = [said.help, many && !/línea/.test(said.help) ? 'Una por línea.' : '', many ? '' : limits(field)].filter(Boolean).join(' ');
    const counter = !many && field.shape === 'text' && field.high <= 400 ? el('span', { class: 'num' }) : null;
    const known = A.box(path, said.label, { required: required, help: help, counter: Boolean(counter) });
    if (counter) known.hint.append(' ', counter);
    const control = long ? el('textarea', { id: known.id, rows: field.name === 'summary' ? 3 : 2 })
      : el('input', { id: known.id, type: 'text', inputmode: KEYBOARD[one.shape] || null });
    control.autocomplete = 'off';
    if (required) control.setAttribute('aria-required', 'true');
    control.value = A.get(path) || '';
    function count() { if (counter) counter.textContent = control.value.trim() ? 'Van ' + A.length(control.value) + '.' : ''; }
    control.addEventListener('input', function () {
      A.set(path, control.value);
      count();
      A.typing(path);
    });
    known.write = function (text) {
      control.value = many ? control.value : text;
      A.set(path, control.value);
      count();
    };
    count();
    return known.add(control);
  };

  /* A drop-down list whose choices may follow other answers: `choices()` gives [id, label] pairs. */
  A.selectBox = function (record, field, path, choices, blank) {
    const said = A.wording(record, field);
    const known = A.box(path, said.label, { required: field.required, help: said.help });
    const control = el('select', { id: known.id });
    let before = null;
    function refresh() {
      const pairs = choices(), key = JSON.stringify(pairs);
      if (key === before) return;
      before = key;
      const chosen = A.get(path) || '', gone = chosen && !pairs.some(function (pair) { return pair[0] === chosen; });
      control.replaceChildren.apply(control, [['', typeof blank === 'function' ? blank() : blank || 'Sin dato']].concat(pairs)
        .map(function (pair) { return el('option', { value: pair[0] }, pair[1]); }));
      if (gone) A.put(page.state, path, '');
      control.value = gone ? '' : chosen;
    }
    refresh();
    A.follow(control, refresh);
    control.addEventListener('change', function () { A.set(path, control.value); });
    known.write = function (id) { A.set(path, id); control.value = id; };
    return known.add(control);
  };

  /* A few choices side by side: one of them, or any number. */
  A.optionsBox = function (record, field, path, many) {
    const said = A.wording(record, field);
    const known = A.box(path, said.label, { required: field.required, help: said.help, group: true });
    const options = el('div', { class: 'opts' });
    A.terms(field.vocabulary).filter(function (term) { return !term.gone; }).forEach(function (term) {
      const input = el('input', { type: many ? 'checkbox' : 'radio', name: known.id, value: term.id });
      const chosen = A.get(path);
      input.checked = many ? (chosen || []).includes(term.id) : chosen === term.id;
      input.addEventListener('change', function () {
        if (!many) return A.set(path, term.id);
        const all = known.controls.filter(function (one) { return one.checked; }).map(function (one) { return one.value; });
        A.set(path, all.length ? all : undefined);
      });
      known.controls.push(input);
      describe(known, input, '');
      options.append(el('label', { title: term.help }, input, ' ', face(field.vocabulary, term)));
    });
    known.write = function (id) {
      known.controls.forEach(function (input) { input.checked = many ? input.checked || input.value === id : input.value === id; });
      A.set(path, many ? (A.get(path) || []).concat([id]) : id);
    };
    known.box.append(options);
    return known.box;
  };
  function face(vocabulary, term) {
    if (vocabulary === 'resources') return el('span', { class: 'r r-' + term.id }, A.icon(term.id), term.label);
    if (vocabulary === 'levels') return el('span', {}, A.icon(term.id), ' ' + term.label);
    return el('span', {}, term.label);
  }
})();
