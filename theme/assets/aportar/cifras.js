/* Contribution form, part 5: whether figures have their unit, their sense and a possible size. */
(function () {
  'use strict';
  const A = window.Aportar;
  const FREE = ['money', 'temperature', 'dimensionless'];

  A.dimensions = function (vocabulary, id) {
    const term = id ? A.term(vocabulary, id) : null;
    return (term && term.dimension) || [];
  };
  function meets(one, other) { return one.some(function (name) { return other.includes(name); }); }

  /* Units that measure what the indicator does; the usual one first. */
  A.unitsOf = function (indicator) {
    const wanted = A.dimensions('indicators', indicator), usual = (A.term('indicators', indicator) || {}).unit;
    return A.terms('units').filter(function (unit) {
      return !unit.gone && (!wanted.length || meets(unit.dimension || [], wanted));
    }).sort(function (a, b) { return (b.id === usual) - (a.id === usual); });
  };
  A.unitsPer = function () {
    return A.terms('units').filter(function (unit) { return meets(unit.dimension || [], A.data.per); });
  };
  A.perProduct = function (per) { return meets(A.dimensions('units', per), A.data.product); };

  A.numbers = function (result) {
    const found = {};
    A.data.quantities.forEach(function (key) {
      const read = A.isEmpty(result[key]) ? null : A.quantity(result[key]);
      if (read) found[key] = A.central(read);
    });
    return found;
  };
  A.percentAlone = function (result) {
    const has = function (key) { return !A.isEmpty(result[key]); };
    return (has('percent') && !has('baseline') && !has('after') && !has('change')) || result.unit === '%';
  };

  function short(number) {
    return Math.abs(number) < 10000 ? String(Number(number.toPrecision(4))) : String(Math.round(number));
  }
  /* «−22000 kg, −45 %» from what was typed; empty when nothing follows. */
  A.computed = function (result) {
    const n = A.numbers(result), unit = A.term('units', result.unit) || {};
    if (n.baseline === undefined || n.after === undefined) return '';
    const change = n.after - n.baseline, minus = function (text) { return text.replace('-', '−'); };
    const amount = minus(short(change)) + ' ' + (unit.symbol || unit.label || '');
    return amount.trim() + (n.baseline ? ', ' + minus(short(change / n.baseline * 100)) + ' %' : '');
  };

  function resultFaults(result, path, state, say) {
    const has = function (key) { return !A.isEmpty(result[key]); };
    const given = A.data.quantities.filter(has), n = A.numbers(result);
    if (!given.length) {
      say(path + '/baseline', A.fault('R01', 'Este resultado no tiene ninguna cifra.', A.keys
        ? 'Escriba baseline, after, change, percent o value; sin cifra, llévelo al texto.'
        : 'Escriba el antes y el después, el cambio, el porcentaje o un valor; sin cifra, llévelo al texto.'));
    }
    const absolute = given.filter(function (key) { return key !== 'percent'; });
    if (absolute.length && !has('unit')) {
      say(path + '/unit', A.fault('U02', 'A esta cifra le falta la unidad.', A.keys
        ? 'Escriba «unit» con la unidad que imprime la fuente.' : 'Elija la unidad que imprime la fuente.'));
    }
    const wanted = A.dimensions('indicators', result.indicator), unit = A.dimensions('units', result.unit);
    if (wanted.length && unit.length && !meets(wanted, unit)) {
      const called = function (vocabulary, id) { return A.keys ? id : A.label(vocabulary, id); };
      const measured = function (name) { return A.data.dimensions[name] || name; };
      say(path + '/unit', A.fault('U01', '«' + called('indicators', result.indicator) + '» mide ' +
        wanted.map(measured).join(' o ') + '; «' + called('units', result.unit) + '» es una unidad de ' +
        measured(unit[0]) + '.', 'Corrija la unidad o elija otro indicador.'));
    }
    if (A.percentAlone(result) && !has('percent_of')) {
      say(path + '/percent_of', A.fault('U03', 'Falta decir de qué es este porcentaje.',
        A.keys ? 'Escriba «percent_of»; si la fuente no lo dice, «unknown».'
          : 'Escríbalo; si la fuente no lo dice, «unknown».', ['unknown']));
    }
    if (has('per') && A.perProduct(result.per) && !has('per_of')) {
      say(path + '/per_of', A.fault('U04', '«por ' + result.per + '»: falta decir de qué.', A.keys
        ? 'Escriba «per_of».' : 'Por ejemplo «cuero crudo».', [], true));
    }
    impossible(result, n, path, say);
    direction(result, n, path, say);
    if (A.data.not_done.includes(state.case.outcome) && ['measured', 'calculated'].includes(result.basis) &&
        (has('change') || has('percent') || has('after'))) {
      say(path + '/basis', A.fault('R05', 'El caso no se llevó a cabo, y esta cifra figura como medida.',
        A.keys ? 'Use «projected» o «estimated», o corrija «outcome».'
          : 'Use «Proyectado» o «Estimado», o corrija cómo terminó.', ['projected'], true));
    }
  }
  function impossible(result, n, path, say) {
    const unit = A.dimensions('units', result.unit);
    const sized = unit.length ? unit : A.dimensions('indicators', result.indicator);
    if (!sized.length || meets(sized, FREE)) return;
    if (n.percent < -100) {
      say(path + '/percent', A.fault('R04', 'Una reducción de ' + short(-n.percent) + ' % no es posible.',
        'Revise la cifra en la fuente.'));
    }
    ['baseline', 'after', 'value'].forEach(function (key) {
      if (n[key] < 0) {
        say(path + '/' + key, A.fault('R04', '«' + A.nameOf('result', A.field('result', key)) +
          '» no puede ser negativo.', A.keys ? 'Si es un cambio, escríbalo en «change».'
          : 'Si es un cambio, escríbalo en «Cambio».'));
      }
    });
  }
  function direction(result, n, path, say) {
    const key = n.change !== undefined ? 'change' : 'percent', signed = n[key];
    const term = A.term('indicators', result.indicator);
    const both = n.baseline !== undefined && n.after !== undefined;
    if (!signed || !term || both || !A.isEmpty(result.note)) return;
    if ((term.direction === 'lower' && signed > 0) || (term.direction === 'higher' && signed < 0)) {
      const typed = result[key].trim();
      const other = /^[-−–]/.test(typed) ? typed.slice(1) : /^\d/.test(typed) ? '-' + typed : '';
      say(path + '/' + key, A.fault('R02', 'Con este signo, «' + term.label + '» empeora.',
        'Si es un ahorro o una mejora, cambie el signo; si empeoró, dígalo en «' + (A.keys ? 'note' : 'Nota') + '».',
        A.quantity(other) ? [other] : [], true));
    }
  }

  A.figureFaults = function (state, say) {
    (state.case.results || []).forEach(function (result, i) {
      if (!A.isEmpty(result)) resultFaults(result, 'case/results/' + i, state, say);
    });
    const economics = state.case.economics || {};
    A.fields('economics').forEach(function (field) {
      const money = economics[field.name] || {};
      const read = field.record === 'money' && !A.isEmpty(money.value) ? A.quantity(money.value) : null;
      if (read && A.central(read) < 0) {
        say('case/economics/' + field.name + '/value', A.fault('E03', 'Un monto no lleva signo menos.', A.keys
          ? 'Si el «ahorro» es en realidad un gasto, use operating_cost.'
          : 'Si el «ahorro» es en realidad un gasto, use el costo de operación.',
        [money.value.trim().replace(/^[-−–]/, '')]));
      }
      if (money.per && A.perProduct(money.per) && A.isEmpty(money.per_of)) {
        say('case/economics/' + field.name + '/per_of', A.fault('U04', '«por ' + money.per + '»: falta decir de qué.',
          '', [], true));
      }
    });
    if (state.case.verification === 'V0' && (state.case.results || []).some(function (r) { return !A.isEmpty(r); })) {
      say('case/verification', A.fault('P01', 'El caso es V0 (solo título o nombre) y tiene cifras.',
        'Use V1 si las declaran los participantes.', ['V1'], true));
    }
  };
})();
