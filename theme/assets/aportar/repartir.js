/* Contribution form, part 11: a whole text pasted at once, laid under the headings that an entry may have.
   The same as `new --text` does; names of headings and forms of lines come from there. */
(function () {
  'use strict';
  const A = window.Aportar, el = A.el, data = A.data;
  const REPEATED = /\n{3,}/g;

  function whole(name) { return new RegExp(data.patterns[name][0], data.patterns[name][1] + 'g'); }
  function words(row) { return A.slugOf(row.replace(/[^\p{L}\p{N}]+/gu, ' ')); }
  function cleaned(text) {
    return text.replace(whole('unseen'), '').replace(/\r\n?|\v/g, '\n').replace(whole('bullet'), '- ')
      .replace(/[ \t\u00a0\u2007\u202f]+$/gm, '').replace(/\u00a0/g, ' ').split('\n');
  }
  function isItem(row) { const found = A.within('item', row); return Boolean(found) && found.index === 0; }
  /* An empty line where a paragraph, or a list, ends and the next line does not say so. */
  function separated(rows) {
    const found = [];
    rows.forEach(function (row) {
      const before = found[found.length - 1] || '', items = [isItem(before), isItem(row)];
      const long = Math.max(before.length, row.length) > data.limits.line;
      const apart = (!items[0] && items[1]) || (long && !(items[0] && items[1]));
      if (before && row && apart && !/^\s/.test(row)) found.push('');
      found.push(row);
    });
    return found;
  }
  function known(headings) {
    const table = {};
    headings.slice().reverse().forEach(function (heading) {
      (data.spoken_headings[heading] || []).forEach(function (name) { table[words(name)] = heading; });
    });
    headings.forEach(function (heading) { table[words(heading)] = heading; });
    return table;
  }
  /* {heading: text}; without any known heading all of it goes under the second. */
  A.arranged = function (text, headings) {
    const table = known(headings), parts = {};
    let now = '';
    separated(cleaned(text)).forEach(function (row) {
      const heading = table[words(row.replace(new RegExp(data.patterns.chapter[0], 'u'), ''))];
      now = heading || now;
      (parts[now] = parts[now] || []).push(heading ? '' : row);
    });
    const before = parts[''] || [], first = Object.keys(parts).length > (parts[''] ? 1 : 0) ? headings[0] : headings[1];
    delete parts[''];
    if (before.some(Boolean)) parts[first] = before.concat(parts[first] || []);
    const made = {};
    headings.forEach(function (heading) {
      const part = (parts[heading] || []).join('\n').replace(REPEATED, '\n\n').replace(/^\n+|\n+$/g, '');
      if (part) made[heading] = part;
    });
    return made;
  };

  let box = null;
  /* Lays what stands in the box under the headings; what is written there already stays before it. */
  A.spread = function () {
    const headings = data.headings[A.page.state.case.level] || [];
    if (!box || A.isEmpty(box.control.value) || !headings.length) return;
    const made = A.arranged(box.control.value, headings), names = Object.keys(made);
    names.forEach(function (heading) {
      const path = 'body/' + heading, there = A.get(path);
      A.page.boxes.get(path).write(A.isEmpty(there) ? made[heading] : there + '\n\n' + made[heading]);
    });
    box.control.value = '';
    box.told.textContent = 'Quedó bajo: ' + names.join(', ') + '. Repáselo abajo.';
  };
  A.spreader = function () {
    const control = el('textarea', { id: 'f-pegar', rows: 3, 'aria-describedby': 'h-pegar' });
    const told = el('p', { class: 's', role: 'status' }), part = el('div', { class: 'f' },
      el('label', { for: 'f-pegar' }, 'Pegue aquí el texto entero, si ya lo tiene'),
      el('span', { class: 'h', id: 'h-pegar' }, 'De Word o de un correo. Se reparte por sus títulos: «Antecedentes», «2. Resultados», «Lecciones aprendidas»…'),
      control, el('p', { class: 'acts' }, A.button('Repartir en las partes', null, A.spread)), told);
    box = { control: control, told: told };
    A.follow(part, function () { part.hidden = A.isEmpty(A.page.state.case.level); });
    return part;
  };
})();
