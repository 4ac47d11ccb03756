/* Contribution form, part 6: the files, as a person would write them by hand. */
(function () {
  'use strict';
  const A = window.Aportar;
  const WORDS = new Set('yes no on off y n true false null ~ si sí verdadero falso'.split(' '));
  const NUMERIC = /^[-+.\d][\d_.,:a-fA-FxXoO+-]*$|^\d{4}-\d{2}(-\d{2})?/;
  const START = /^[\p{L}\p{N}¿¡«“(]/u;
  const INSIDE = /: |:$| #|[\n\t"'\\{}[\],&*!|>%@`]/;

  /* One line; characters that a file may not hold become spaces. */
  function tidy(text) {
    return String(text).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff\s]+/g, ' ')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '').trim();
  }
  /* A scalar: plain where nothing can be mistaken, else in single quotes. */
  A.quote = function (text) {
    const bare = tidy(text);
    const plain = START.test(bare) && !INSIDE.test(bare.replace(/, /g, ' ')) && !NUMERIC.test(bare) &&
      !WORDS.has(bare.toLowerCase());
    return plain ? bare : "'" + bare.replace(/'/g, "''") + "'";
  };
  function flowQuote(text) {
    const quoted = A.quote(text);
    return quoted[0] !== "'" && /[,[\]{}]/.test(quoted) ? "'" + quoted + "'" : quoted;
  }

  function number(text) { return A.isNumber(text) ? text : flowQuote(text); }
  function quantity(text) {
    const read = A.quantity(text);
    if (!read) return flowQuote(text);
    if (read.value !== undefined) return read.value;
    return '{' + Object.keys(read).map(function (key) { return key + ': ' + read[key]; }).join(', ') + '}';
  }
  const LITERAL = ['date', 'period'];
  function scalar(field, value, flow, ids) {
    const text = tidy(value);
    if (field.shape === 'quantity') return quantity(text);
    if (['number', 'integer', 'year'].includes(field.shape)) return number(text);
    if (LITERAL.includes(field.shape) && !A.dateFault(text, field.shape === 'period')) return text;
    if (field.shape === 'boolean' && /^(true|false)$/.test(text)) return text;
    if (field.shape === 'reference') return flowQuote(ids[text] || text);
    return flow ? flowQuote(text) : A.quote(text);
  }

  function flowRecord(record, data, ids) {
    const pairs = [];
    A.fields(record).forEach(function (field) {
      if (!A.isEmpty(data[field.name])) {
        pairs.push(field.name + ': ' + scalar(field, data[field.name], true, ids));
      }
    });
    return '{' + pairs.join(', ') + '}';
  }
  function listed(field, value, ids) {
    const items = Array.isArray(value) ? value : [value];
    if (field.many === 'either' && items.length === 1) return scalar(field, items[0], false, ids);
    return '[' + items.map(function (item) { return scalar(field, item, true, ids); }).join(', ') + ']';
  }

  /* Lines of one record. */
  function block(record, data, ids, state) {
    const rows = [];
    A.fields(record).forEach(function (field) {
      const value = data[field.name];
      if (record === 'result' && field.name === 'source' && A.isEmpty(value) && A.defaultSource(state)) {
        rows.push('source: ' + flowQuote(ids[A.defaultSource(state)] || A.defaultSource(state)));
      } else if (A.isEmpty(value)) {
        if (field.empty_needs && field.required) rows.push(field.name + ': []');
      } else rows.push.apply(rows, pair(field, value, ids, state));
    });
    return rows;
  }
  function indent(rows) { return rows.map(function (row) { return '  ' + row; }); }
  function pair(field, value, ids, state) {
    if (A.isLines(field)) {
      const one = A.lineField(field), all = A.lines(value);
      if (one.shape !== 'text') return [field.name + ': [' + all.map(function (line) { return scalar(one, line, true, ids); }).join(', ') + ']'];
      return [field.name + ':'].concat(all.map(function (line) { return '  - ' + A.quote(line); }));
    }
    if (field.record && field.many) {
      const items = value.filter(function (item) { return !A.isEmpty(item); });
      const rows = [field.name + ':'];
      items.forEach(function (item) {
        indent(indent(block(field.record, item, ids, state))).forEach(function (row, i) {
          rows.push(i ? row : '  - ' + row.slice(4));
        });
      });
      return rows;
    }
    if (field.record === 'money' || field.record === 'reported') {
      return [field.name + ': ' + flowRecord(field.record, value, ids)];
    }
    if (field.record) return [field.name + ':'].concat(indent(block(field.record, value, ids, state)));
    if (field.many) return [field.name + ': ' + listed(field, value, ids)];
    return [field.name + ': ' + scalar(field, value, false, ids)];
  }

  A.caseText = function (state) {
    const rows = block('case', state.case, A.newIds(state), state);
    const parts = (A.data.headings[state.case.level] || []).filter(function (heading) {
      return !A.isEmpty(state.body[heading]);
    }).map(function (heading) { return '\n## ' + heading + '\n\n' + A.markdown(state.body[heading]) + '\n'; });
    return '---\n' + rows.join('\n') + '\n---\n' + parts.join('');
  };

  /* [{path, text}]: the new records first, because the case names them. */
  A.files = function (state) {
    const ids = A.newIds(state);
    const made = Object.keys(state.news).map(function (key) {
      const item = state.news[key];
      return {
        path: item.kind + 's/' + ids[key] + '.yml',
        text: block(item.kind, item.data, ids, state).join('\n') + '\n'
      };
    });
    return made.concat([{ path: 'cases/' + (A.slug(state) || 'caso-nuevo') + '.md', text: A.caseText(state) }]);
  };
})();
