/* Contribution form, part 12: entries that exist already and may be the same. */
(function () {
  'use strict';
  const A = window.Aportar, el = A.el;
  const SHARED_WORDS = 2, MOST = 5;

  function address(kind, id) {
    const folder = { case: 'casos', source: 'fuentes', practice: 'practicas', organization: 'organizaciones' }[kind];
    return document.getElementById('aportar').dataset.entry.replace('casos/-', folder + '/' + id);
  }
  A.entryAddress = address;
  function same(url) {
    return String(url || '').trim().toLowerCase().replace(/^https?:\/\/(www\.)?/, '').replace(/[/#?]+$/, '');
  }
  function meet(one, other) { return one.some(function (item) { return other.includes(item); }); }

  /* Cases of the same country and sector whose titles share words. */
  A.similarCases = function (state) {
    const countries = state.case.country || [], sectors = state.case.sector || [];
    const words = new Set(A.meaning(state.case.title || ''));
    if (!words.size) return [];
    return A.entries('case').map(function (entry) {
      const shared = A.meaning(entry[1]).filter(function (word) { return words.has(word); }).length;
      const near = meet(countries, entry[3]) && meet(sectors, entry[4]);
      return { entry: entry, shared: shared, near: near, alike: shared / words.size };
    }).filter(function (found) {
      return (found.near && found.shared >= SHARED_WORDS) || (found.shared >= 3 && found.alike > 0.7);
    }).sort(function (a, b) { return b.shared - a.shared; }).slice(0, MOST).map(function (found) { return found.entry; });
  };
  /* Sources that exist under the address of a new one: [key of the new one, entry]. */
  A.knownSources = function (state) {
    const found = [];
    Object.keys(state.news).forEach(function (key) {
      const url = state.news[key].kind === 'source' ? same(state.news[key].data.URL) : '';
      if (!url) return;
      const entry = A.entries('source').find(function (source) { return source[3] && same(source[3]) === url; });
      if (entry) found.push([key, entry]);
    });
    return found;
  };
  A.casesOf = function (source) {
    return A.entries('case').filter(function (entry) { return entry[5].includes(source); }).slice(0, MOST);
  };

  function line(kind, entry, text) {
    return el('li', {}, text || '', el('a', { href: address(kind, entry[0]), target: '_blank', rel: 'noopener' }, entry[1]));
  }
  /* Shows what was found; says nothing when it has not changed. */
  A.showSimilar = function (place, state) {
    const cases = A.similarCases(state), sources = A.knownSources(state), listed = new Set(cases);
    const cited = A.cited(state).concat(sources.map(function (pair) { return pair[1][0]; }));
    const sharing = [];
    cited.forEach(function (id) {
      A.casesOf(id).forEach(function (entry) { if (!listed.has(entry)) { listed.add(entry); sharing.push(entry); } });
    });
    const key = JSON.stringify([cases, sources, sharing].map(function (all) { return all.map(function (one) { return one[0]; }); }));
    if (place.dataset.key === key) return;
    place.dataset.key = key;
    place.replaceChildren();
    if (!cases.length && !sources.length && !sharing.length) return;
    const list = el('ul', {});
    cases.forEach(function (entry) { list.append(line('case', entry, 'Se parece: ')); });
    sources.forEach(function (pair) { list.append(line('source', pair[1], 'Esta fuente ya está, elíjala en lugar de describirla: ')); });
    sharing.slice(0, MOST).forEach(function (entry) { list.append(line('case', entry, 'Se apoya en la misma fuente: ')); });
    place.append(el('div', { class: 'note' }, el('p', {}, A.icon('search'), el('b', {}, ' ¿Es el mismo caso? Mírelo antes de seguir.')), list,
      el('p', { class: 's' }, 'Si es el mismo, proponga una corrección; si es otro, siga.')));
  };
})();
