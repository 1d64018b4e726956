using System.Collections.Immutable;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Vocabulary;
using Espero.Station.Recipes.Words;
using static Espero.Station.Recipes.Source.ValueComplaints;

namespace Espero.Station.Recipes.Compiling;

/// <summary>What can be wrong with a recipe. What is wrong with a value of any file is in <see cref="ValueComplaints"/>.</summary>
internal static class RecipeComplaints
{
    public static readonly Complaint NotAStep = new(
        "not-a-step",
        "This is not a step: a step is one verb with its keys. Write for example \"flash: { partition: boot, file: boot.img }\".",
        "Ceci n'est pas une étape : une étape est un verbe avec ses clés. Écrivez par exemple « flash: { partition: boot, file: boot.img } ».");

    public static readonly Complaint NotATest = new(
        "not-a-test",
        "Tests of facts are expected here, and there are none. Write for example \"getvar.product: sargo\".",
        "Des tests de faits sont attendus ici, et il n'y en a pas. Écrivez par exemple « getvar.product: sargo ».");

    public static readonly Complaint OneExpectation = new(
        "one-expectation",
        "A test has exactly one of one-of, matches, at-least and present, so that its meaning is clear. Keep one; write several tests for more.",
        "Un test contient exactement un mot parmi one-of, matches, at-least et present, pour que son sens soit clair. Gardez-en un ; écrivez plusieurs tests au besoin.");

    public static readonly Complaint NotACondition = new(
        "not-a-condition",
        "A condition is a test (\"getvar.current-slot: a\") or all, any, not over conditions, and this is neither. Write it as one of these.",
        "Une condition est un test (« getvar.current-slot: a ») ou all, any, not sur des conditions, et ceci n'est ni l'un ni l'autre. Écrivez-la ainsi.");

    public static readonly Complaint FileOrClear = new(
        "file-or-clear",
        "avb-key either gives the phone a key or clears it, so exactly one of \"file\" and \"clear: true\" must stand here. Keep one.",
        "avb-key donne une clé au téléphone ou l'efface : il faut exactement un des deux, « file » ou « clear: true ». Gardez-en un.");

    public static readonly Complaint TokenFile = new(
        "token-file",
        "\"token-file\" holds what the maker gave: of the unlock methods only token-file and code take it. Delete it, or choose one of these.",
        "« token-file » contient ce que le fabricant a donné : seules les méthodes token-file et code le prennent. Supprimez-le, ou choisissez-en une.");

    public static readonly Complaint LogicalSize = new(
        "logical-size",
        "create and resize need a size, and delete has none. Add or delete \"size\".",
        "create et resize demandent une taille, et delete n'en a pas. Ajoutez ou supprimez « size ».");

    public static readonly Complaint ProofOutOfReach = new(
        "proof-out-of-reach",
        "The recipe promises a proof that none of its steps looks for, so success could never be shown. Add a verify-boot step with this proof, or promise none.",
        "La recette promet une preuve qu'aucune étape ne cherche : la réussite ne serait jamais montrée. Ajoutez une étape verify-boot avec cette preuve, ou promettez none.");

    public static Complaint UnknownVerb(string verb, string? nearest, ImmutableArray<string> valid)
    {
        var hint = LanguageList.Hint(nearest, valid);
        return new Complaint(
            "unknown-verb",
            new Sentence(
                $"\"{Shown(verb)}\" is not a verb of the vocabulary, so no station could carry it out. {hint.English}",
                $"« {Shown(verb)} » n'est pas un verbe du vocabulaire, aucun poste ne saurait l'exécuter. {hint.French}"),
            nearest);
    }

    public static Complaint TwoVerbs(string first, string second) => new(
        "two-verbs",
        $"This step has two verbs, {first} and {second}, and a step does one thing. Make two steps of it.",
        $"Cette étape a deux verbes, {first} et {second}, or une étape fait une seule chose. Faites-en deux étapes.");

    public static Complaint NeedsKeys(Verb verb)
    {
        var keys = string.Join(", ", verb.Keys.Select(key => key.Name));
        return verb.Keys.IsEmpty
            ? new Complaint(
                "no-keys-here",
                $"{verb.Name} has no keys. Write just \"- {verb.Name}\".",
                $"{verb.Name} n'a pas de clés. Écrivez seulement « - {verb.Name} ».")
            : new Complaint(
                "needs-keys",
                $"{verb.Name} needs its keys to know what to do. Write them; they are: {keys}.",
                $"{verb.Name} a besoin de ses clés pour savoir quoi faire. Écrivez-les ; ce sont : {keys}.");
    }

    public static Complaint StepNeeds(string verb, string key) => new(
        "missing-key",
        $"{verb} needs \"{key}\", and nothing can stand in for it. Add it.",
        $"{verb} demande « {key} », et rien ne peut le remplacer. Ajoutez-le.");

    public static Complaint UnknownFile(string name, string? nearest, IReadOnlyCollection<string> valid)
    {
        var hint = LanguageList.Hint(nearest, valid);
        return new Complaint(
            "unknown-file",
            new Sentence(
                $"The build has no file \"{name}\", so there would be nothing to write. {hint.English}",
                $"Le système ne contient pas de fichier « {name} », il n'y aurait rien à écrire. {hint.French}"),
            nearest);
    }

    public static Complaint UnknownPartition(string name, string? nearest)
    {
        var hint = nearest is null ? new Sentence("", "") : LanguageList.Hint(nearest, []);
        return new Complaint(
            "unknown-partition",
            new Sentence(
                $"\"{name}\" is not a known partition, and a mistyped one can ruin a phone. {hint.English} If the phone really has it, declare it under \"partitions\" with its class (os, boot-chain or radio).".Replace("  ", " ", StringComparison.Ordinal),
                $"« {name} » n'est pas une partition connue, et une faute de frappe peut abîmer un téléphone. {hint.French} Si le téléphone l'a vraiment, déclarez-la sous « partitions » avec sa classe (os, boot-chain ou radio).".Replace("  ", " ", StringComparison.Ordinal)),
            nearest);
    }

    public static Complaint NeverWrite(string name) => new(
        "never-write",
        $"\"{name}\" holds what exists only once (calibration, serial, IMEI, lock state or the partition table) and can never be restored. It needs a recipe that is signed for it; this one is not. Delete the step.",
        $"« {name} » contient ce qui n'existe qu'une fois (calibrage, numéro de série, IMEI, verrouillage ou table des partitions) et ne se restaure jamais. Il faut une recette signée pour cela ; celle-ci ne l'est pas. Supprimez l'étape.");

    public static Complaint SlotInName(string name, string bare, string slot) => new(
        "slot-in-name",
        new Sentence(
            $"\"{name}\" names the slot inside the partition, which hides it from every check. Write \"partition: {bare}\" and \"slot: {slot}\".",
            $"« {name} » cache l'emplacement dans le nom de la partition, aucun contrôle ne le verrait. Écrivez « partition: {bare} » et « slot: {slot} »."),
        bare);

    public static Complaint UnknownSource(string fact, string? nearest)
    {
        var hint = LanguageList.Hint(nearest, Facts.FactName.Sources);
        return new Complaint(
            "unknown-fact-source",
            new Sentence(
                $"\"{Shown(fact)}\" does not begin with a source of facts and a dot, so nobody could ask the phone for it. {hint.English}",
                $"« {Shown(fact)} » ne commence pas par une source de faits et un point, personne ne saurait le demander au téléphone. {hint.French}"),
            nearest);
    }

    public static Complaint BadFactName(string fact) => new(
        "bad-fact-name",
        $"\"{Shown(fact)}\" has no usable name behind its source. Write 1 to 100 letters, digits and . _ : - there.",
        $"« {Shown(fact)} » n'a pas de nom utilisable après sa source. Écrivez-y 1 à 100 lettres, chiffres et . _ : -");

    public static Complaint BadPattern(string pattern) => new(
        "bad-pattern",
        $"\"{Shown(pattern)}\" cannot be used as a pattern: it is wrong, longer than 200 characters, or looks around or back, which could take for ever. Simplify it, or list the values with one-of.",
        $"« {Shown(pattern)} » ne peut pas servir de motif : il est faux, dépasse 200 caractères, ou regarde autour ou en arrière, ce qui pourrait durer sans fin. Simplifiez-le, ou listez les valeurs avec one-of.");

    public static Complaint BadLeast(string text) => new(
        "bad-number",
        $"\"{Shown(text)}\" is neither a whole number nor a dotted version, so nothing can be compared with it. Write for example 30 or 12.0.1.",
        $"« {Shown(text)} » n'est ni un nombre entier ni une version à points, rien ne peut s'y comparer. Écrivez par exemple 30 ou 12.0.1.");

    public static Complaint BadRollbackMark(string fact) => new(
        "bad-rollback-mark",
        $"\"{Shown(fact)}\" stands under rollback without the one number, dotted version or date (2026-10-05) that the build carries. Write that value.",
        $"« {Shown(fact)} » figure sous rollback sans l'unique nombre, version à points ou date (2026-10-05) que porte le système. Écrivez cette valeur.");

    public static Complaint NotFlag(string text) => new(
        "not-a-flag",
        $"\"{Shown(text)}\" is neither true nor false. Write one of them.",
        $"« {Shown(text)} » n'est ni true ni false. Écrivez l'un des deux.");

    public static Complaint BadDuration(string text, TimeSpan shortest, TimeSpan longest) => new(
        "bad-duration",
        $"\"{Shown(text)}\" is not a duration from {shortest.TotalSeconds:0} s to {longest.TotalMinutes:0} min. Write a number and its unit, for example 60s or 5m.",
        $"« {Shown(text)} » n'est pas une durée de {shortest.TotalSeconds:0} s à {longest.TotalMinutes:0} min. Écrivez un nombre et son unité, par exemple 60s ou 5m.");

    public static Complaint BadSize(string text) => new(
        "bad-size",
        $"\"{Shown(text)}\" is not a size. Write a number of bytes, or one with KiB, MiB or GiB.",
        $"« {Shown(text)} » n'est pas une taille. Écrivez un nombre d'octets, ou un nombre avec KiB, MiB ou GiB.");

    public static Complaint TextTooLong(string key, int maxLength) => new(
        "text-too-long",
        $"\"{key}\" is longer than {maxLength} characters. Shorten it.",
        $"« {key} » dépasse {maxLength} caractères. Raccourcissez-le.");

    public static Complaint PathNotAllowed(string path, ImmutableArray<string> folders) => new(
        "path-not-allowed",
        $"\"{Shown(path)}\" is not in a folder of the phone that a recipe may write to. Use one of: {string.Join(", ", folders)}.",
        $"« {Shown(path)} » n'est pas dans un dossier du téléphone où une recette peut écrire. Utilisez un de ceux-ci : {string.Join(", ", folders)}.");

    public static Complaint ConditionTooDeep(int maxDepth) => new(
        "condition-too-deep",
        $"Conditions are nested more than {maxDepth} deep, which nobody can review. Make it flatter, or split the step.",
        $"Les conditions sont imbriquées sur plus de {maxDepth} niveaux, ce que personne ne peut relire. Aplatissez-les ou divisez l'étape.");

    public static Complaint FallbackTooDeep(int maxDepth) => new(
        "fallback-too-deep",
        $"Fallbacks are nested more than {maxDepth} deep, which nobody can foresee. Make it flatter.",
        $"Les fallback sont imbriqués sur plus de {maxDepth} niveaux, ce que personne ne peut prévoir. Aplatissez-les.");

    public static Complaint IdTwice(string id) => new(
        "id-twice",
        $"Another step already has the id \"{id}\", and facts and logs could not tell them apart. Choose another.",
        $"Une autre étape porte déjà l'identifiant « {id} », journaux et faits les confondraient. Choisissez-en un autre.");

    public static Complaint NotNeverWrite(string name) => new(
        "not-never-write",
        $"\"{name}\" is none of the partitions that exist only once, so it needs no leave here. Delete it, or declare it under partitions.",
        $"« {name} » n'est pas une partition qui n'existe qu'une fois : il ne faut pas de permission. Supprimez-le, ou déclarez-le sous partitions.");

    public static Complaint NotSigned(ImmutableArray<string> names) => new(
        "not-signed",
        $"The recipe writes {string.Join(", ", names)}, which exists only once, and only a signed recipe may. Nobody has signed it; whoever answers for recipes decides.",
        $"La recette écrit {string.Join(", ", names)}, qui n'existe qu'une fois, et seule une recette signée le peut. Personne ne l'a signée ; qui répond des recettes décide.");

    public static Complaint TooManySteps(int maxSteps) => new(
        "too-many-steps",
        $"The recipe has more than {maxSteps} steps, which no phone needs. Split it.",
        $"La recette compte plus de {maxSteps} étapes, ce dont aucun téléphone n'a besoin. Divisez-la.");

    public static Complaint NotFetched(string file) => new(
        "not-fetched",
        $"\"{file}\" is used here, but no step before brings it to the station. Add it to a fetch step above.",
        $"« {file} » est utilisé ici, mais aucune étape avant ne l'apporte au poste. Ajoutez-le à une étape fetch plus haut.");

    public static Complaint FetchTooLate(string acquire, string behind) => new(
        "fetch-too-late",
        $"{acquire} comes after {behind}, so a network that fails would leave an erased phone. Move it above the first step that can lose data.",
        $"{acquire} vient après {behind} : un réseau en panne laisserait un téléphone effacé. Placez-le avant la première étape qui peut perdre des données.");

    public static Complaint LockAfterUnverified(string stepId) => new(
        "lock-after-unverified",
        $"Step {stepId} switches verification off, and a phone that is locked after that does not start again. Delete the lock step or the flags.",
        $"L'étape {stepId} désactive la vérification, et un téléphone verrouillé ensuite ne redémarre plus. Supprimez l'étape lock ou les options.");

    public static Complaint OtherModel(string model, string? nearest, ImmutableArray<string> valid)
    {
        var hint = LanguageList.Hint(nearest, valid);
        return new Complaint(
            "other-model",
            new Sentence(
                $"The build is not made for \"{model}\", and another model's system can ruin a phone. {hint.English}",
                $"Le système n'est pas fait pour « {model} », et le système d'un autre modèle peut abîmer un téléphone. {hint.French}"),
            nearest);
    }

    public static Complaint TooFewIdentitySources(int least) => new(
        "too-few-identity-sources",
        $"A model is proven by facts of at least {least} different sources with their values: names that programs give the phone (product, variant, ro.product.device) are one source together. Add the size of a partition, the chip or the modem's firmware, for example \"partition.userdata\".",
        $"Un modèle se prouve par des faits d'au moins {least} sources différentes, avec leurs valeurs : les noms que les programmes donnent au téléphone (product, variant, ro.product.device) ne font ensemble qu'une source. Ajoutez la taille d'une partition, la puce ou le micrologiciel du modem, par exemple « partition.userdata ».");
}
