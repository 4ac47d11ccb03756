/* Spanish words for the search: cut, fold, stem, and the sound that typing mistakes keep.
   Needs stemSpanish (vendor/stemmer-es.js). Runs in pages and, for measuring, without a document. */
(function (global) {
  'use strict';
  var WORD = /\p{L}\+\p{L}(?![\p{L}\p{N}])|[\p{L}\p{N}]+/gu;
  var MARK = /(n\u0303)|[\u0300-\u036f]/g;
  var stems = new Map();

  /* Lower case without accents; ñ stays, because «año» is not «ano». */
  function fold(text) {
    return text.toLowerCase().normalize('NFD').replace(MARK, function (all, enye) { return enye ? 'ñ' : ''; });
  }

  /* The words of a text as they stand in it. */
  function words(text) {
    return text.normalize('NFC').match(WORD) || [];
  }

  /* Folded first, so that words typed without accents meet those that have them. «-ción» gets its
     accent back, which the algorithm needs to know it; -s is taken from words that it leaves
     whole («pymes»), and the z of «luz» goes with the c of «luces». */
  function cut(folded) {
    if (/\d|\+/.test(folded)) return folded.replace('+', '');
    var stem = fold(stemSpanish(folded.replace(/cion$/, 'ción')));
    if (stem === folded && folded.length > 3 && /[aeo]s$/.test(folded)) stem = fold(stemSpanish(folded.slice(0, -1)));
    return stem.replace(/z$/, 'c');
  }
  function stem(folded) {
    var known = stems.get(folded);
    if (known === undefined) stems.set(folded, known = cut(folded));
    return known;
  }

  /* How a word sounds in the region: b = v, s = z = soft c, silent h, y = ll, n before b and p. */
  function sound(folded) {
    return folded.replace(/ch/g, 'X').replace(/h/g, '').replace(/ll/g, 'y').replace(/qu/g, 'k')
      .replace(/g(?=[ei])/g, 'j').replace(/gu(?=[ei])/g, 'g').replace(/c(?=[ei])|z/g, 's').replace(/c/g, 'k')
      .replace(/v/g, 'b').replace(/x/g, 's').replace(/ñ/g, 'n').replace(/n(?=[bp])/g, 'm').replace(/(.)\1+/g, '$1');
  }

  /* Letters to change, add, drop or swap between two words, or `most` + 1 when there are more. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    var before, last = [], row = [], i, j;
    for (j = 0; j <= b.length; j++) last[j] = j;
    for (i = 1; i <= a.length; i++) {
      row = [i];
      var least = i;
      for (j = 1; j <= b.length; j++) {
        var cost = a[i - 1] === b[j - 1] ? 0 : 1;
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
        if (before && cost && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
        if (row[j] < least) least = row[j];
      }
      if (least > most) return most + 1;
      before = last;
      last = row;
    }
    return row[b.length];
  }

  global.CatalogoAnalisis = { fold: fold, words: words, stem: stem, sound: sound, distance: distance };
})(globalThis);
