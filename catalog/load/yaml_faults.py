"""Rules on YAML as it is read: family Y. What the reader says in English is explained here."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.model import Severity, Spot
from catalog.report import Fault, Scope, rule

ADVICE = (
    # (part of the English problem, part of its context, message, hint)
    ("mapping values are not allowed", "", "Sobra «: » dentro de un valor sin comillas.",
     "Encierre todo el valor entre comillas simples: 'así: con dos puntos'."),
    ("cannot start any token", "", "Un valor no puede empezar con este signo sin comillas.",
     "Encierre el valor entre comillas simples."),
    ("", "while scanning a quoted scalar", "Se abren comillas y no se cierran.",
     "Ciérrelas. Dentro de comillas simples, un apóstrofo se escribe doble: ''."),
    ("could not find expected ':'", "", "Falta «:» después del nombre del campo, o el texto sigue sin sangría.",
     "Escriba «campo: valor»; si el valor ocupa varias líneas, sangre con dos espacios las siguientes."),
    ("", "while parsing a flow sequence", "Se abre un corchete «[» y la lista no se cierra bien.",
     "Separe los elementos con comas y cierre con «]»."),
    ("", "while parsing a flow mapping", "Se abre una llave «{» y no se cierra bien.",
     "Separe los campos con comas y cierre con «}»."),
    ("did not find expected '-' indicator", "", "Esta línea no sigue la lista: falta «- » o cambia la sangría.",
     "Alinee el guion con los de los demás elementos."),
    ("did not find expected key", "", "Esta línea no está alineada con los demás campos, o la anterior tiene comillas de más.",
     "Use la misma sangría en todos los campos de un grupo (dos espacios por nivel)."),
    ("block sequence entries are not allowed", "", "Una lista con guiones no puede empezar en la línea del campo.",
     "Pase el primer «- » a la línea siguiente, o escriba la lista entre corchetes."),
    ("unknown escape character", "", "Entre comillas dobles, la barra invertida «\\» tiene otro sentido.",
     "Use comillas simples."),
    ("found unexpected end of stream", "", "El texto termina antes de tiempo.",
     "Revise comillas, corchetes y llaves."),
)  # fmt: skip


@rule("PML-Y01", scope=Scope.FILE)
def syntax(spot: Spot, problem: str, context: str, row: str) -> Iterator[Fault]:
    """La cabecera sigue las reglas de YAML.

    Por qué: si no se puede leer la cabecera, no se puede juzgar nada más de la ficha.

    Mal:

        title: Curtiembre: menos agua

    Dice: Sobra «: » dentro de un valor sin comillas.

    Bien:

        title: 'Curtiembre: menos agua'
    """
    if "\t" in row[: len(row) - len(row.lstrip())]:
        yield Fault(spot, "La línea empieza con un tabulador.", "Sangre con espacios.")
        return
    for part, around, message, hint in ADVICE:
        if part in problem and around in context:
            yield Fault(spot, message, hint)
            return
    detail = problem or "error de lectura"
    yield Fault(
        spot, f"YAML no entiende esta línea ({detail}).", "Compare con una ficha que funcione."
    )


@rule("PML-Y03", scope=Scope.FILE)
def tag(spot: Spot, name: str) -> Iterator[Fault]:
    """No se usan etiquetas de YAML (palabras que empiezan con «!»).

    Por qué: pueden hacer que un programa ejecute órdenes ajenas; aquí no hacen falta.

    Mal:

        place: !!str Tarija

    Dice: Etiqueta de YAML no admitida: tag:yaml.org,2002:str.

    Bien:

        place: Tarija
    """
    yield Fault(
        spot,
        f"Etiqueta de YAML no admitida: {name}.",
        "Quítela; si el texto empieza con «!», póngalo entre comillas simples.",
    )


@rule("PML-Y04", scope=Scope.FILE)
def anchor(spot: Spot, name: str) -> Iterator[Fault]:
    """No se usan anclas, alias ni fusiones de YAML («&», «*», «<<»).

    Por qué: esconden repeticiones, y unas pocas líneas pueden crecer hasta agotar la memoria.

    Mal:

        place: &lugar Tarija
        resource_note: *lugar

    Dice: Ancla, alias o fusión de YAML no admitida: &lugar.

    Bien:

        place: Tarija
        resource_note: Tarija
    """
    yield Fault(
        spot,
        f"Ancla, alias o fusión de YAML no admitida: {name}.",
        "Escriba el valor completo; si el texto empieza con «&» o «*», póngalo entre comillas.",
    )


@rule("PML-Y05", scope=Scope.FILE)
def documents(spot: Spot, problem: str, context: str, row: str) -> Iterator[Fault]:  # noqa: ARG001
    """Cada archivo lleva un solo documento YAML.

    Por qué: solo se leería el primero, y lo demás se perdería sin aviso.

    Mal:

        # en sources/onudi-informe.yml
        type: report
        title: Informe de la ONUDI
        ---
        type: book
        title: Otro informe

    Dice: Aquí empieza un segundo documento.

    Bien:

        # en sources/onudi-informe.yml
        type: report
        title: Informe de la ONUDI
    """
    yield Fault(spot, "Aquí empieza un segundo documento.", "Llévelo a un archivo propio.")


@rule("PML-Y06", scope=Scope.FILE)
def too_deep(spot: Spot) -> Iterator[Fault]:
    """Los datos no se anidan más de veinte niveles.

    Por qué: ninguna ficha necesita más de cinco; un anidamiento enorme puede detener el programa.

    Mal:

        sector: [[[[[[[[[[[[[[[[[[[[[[leather]]]]]]]]]]]]]]]]]]]]]]

    Dice: Demasiados niveles anidados.

    Bien:

        sector: [leather]
    """
    yield Fault(spot, "Demasiados niveles anidados.", "Revise corchetes, llaves y sangría.")


@rule("PML-Y07", scope=Scope.FILE)
def complex_key(spot: Spot) -> Iterator[Fault]:
    """El nombre de un campo es una palabra.

    Por qué: una lista o un grupo de campos no sirve de nombre.

    Mal:

        {place: Tarija}: Bolivia

    Dice: El nombre de este campo no es una palabra.

    Bien:

        place: Tarija
    """
    yield Fault(spot, "El nombre de este campo no es una palabra.", "Escriba «campo: valor».")


@rule("PML-Y08", Severity.WARNING, Scope.FILE)
def empty_record(spot: Spot) -> Iterator[Fault]:
    """La cabecera no está vacía.

    Por qué: una ficha sin datos no dice nada a nadie.

    Mal:

        # en cases/co-curtiembre.md
        ---
        ---

    Dice: La cabecera está vacía.

    Bien:

        # en cases/co-curtiembre.md
        ---
        title: Curtiembre que reutiliza el agua de pelambre
        ---
    """
    yield Fault(spot, "La cabecera está vacía.", "Copie los campos de una ficha que exista.")
