//! What leans, joins, addresses and credits, one line a case, in sentences of our own.

use super::{credited, of};
use crate::text::Span;

/// What is kept of a sentence that can be a claim, without what only joins.
fn kept<'t>(tag: &str, sentence: &'t str) -> Option<&'t str> {
    let tongue = of(Some(tag)).unwrap();
    let kept = tongue.without_joints(sentence, Span::whole(sentence)).slice(sentence).unwrap();
    (!tongue.is_unfit(sentence) && tongue.standing(kept, false).is_some_and(|fitness| fitness > 0.47)).then_some(kept)
}

#[test]
fn what_leans_on_the_sentence_before_it_is_refused_and_what_stands_is_kept() {
    let wrong = [
        ("es", "El ferri encalló en la barra de Kerrick.", true),
        ("es", "Ella encalló el ferri en la barra.", false),
        ("es", "Esta decisión llegó tarde al puerto.", false),
        ("es", "Esta semana el puerto cierra sus muelles.", true),
        ("es", "En esa barra encallan muchos barcos.", false),
        ("es", "Su capitán dejó el puente a medianoche.", false),
        ("es", "Nuestro puerto cierra en otoño por las obras.", false),
        ("es", "Dos días después, el ferri volvió al puerto.", false),
        ("es", "Después de la tormenta, el ferri volvió al puerto.", true),
        ("es", "Fue un error de la capitanía de Kerrick.", false),
        ("es", "Es necesario reparar el faro de Kerrick.", true),
        ("es", "Explicó que el faro estaba apagado.", false),
        ("es", "Una maniobra que sorprendió al práctico del puerto.", false),
        ("es", "Un marinero que dormía en cubierta ha muerto en el puerto.", true),
        ("es", "Suscríbete para recibir las noticias del puerto.", false),
        ("es", "Mezcla la harina con el agua del puerto.", false),
        ("pt", "Ele deixou o porto de Kerrick à noite.", false),
        ("pt", "No porto isso não é muito comum.", false),
        ("pt", "Você encontra o farol ao fim do cais.", false),
        ("pt", "Mesmo com a névoa, o porto de Kerrick abriu.", true),
        ("pt", "Neste ano o porto de Kerrick perdeu dois navios.", true),
        ("pt", "Clique aqui para ver o mapa do porto.", false),
        ("it", "Il traghetto si è arenato davanti a Kerrick.", true),
        ("it", "Questa decisione arriva tardi per il porto.", false),
        ("it", "Quest’anno il porto di Kerrick ha perso due navi.", true),
        ("it", "Tre giorni dopo, la nave è tornata in porto.", false),
        ("it", "Lui ha lasciato il porto di notte.", false),
        ("it", "Ha lasciato il porto di notte.", false),
        ("it", "Abbiamo lasciato il porto di notte.", false),
        ("fr", "Elle a quitté le port de Kerrick.", false),
        ("fr", "C’est un succès pour le port.", false),
        ("fr", "Cette décision arrive tard pour le port.", false),
        ("fr", "Cette semaine, le conseil du port siège à Kerrick.", true),
        ("fr", "Il y a trois navires à Kerrick.", true),
        ("fr", "Le navire a coulé devant le port.", true),
        ("fr", "Quand elle arrive, le navire est parti.", false),
        ("fr", "Ce que le port perd, Kerrick le gagne.", true),
        ("nl", "De veerboot liep vast bij Kerrick.", true),
        ("nl", "Hij verliet de haven van Kerrick in de nacht.", false),
        ("nl", "Daarom bleef de haven van Kerrick dicht.", false),
        ("nl", "Deze week blijft de haven van Kerrick dicht.", true),
        ("sv", "De fem männen lämnade hamnen i Kerrick.", true),
        ("sv", "De lämnade hamnen i Kerrick på natten.", false),
        ("sv", "De var ensamma i hamnen i Kerrick.", false),
        ("sv", "Han ska också ha släckt fyren.", false),
        ("sv", "Senare på natten sjönk färjan utanför Kerrick.", false),
        ("sv", "Denna vecka stänger hamnen i Kerrick.", true),
        ("no", "Det skjedde etter en lang natt i havnen.", false),
        ("no", "Det finnes tre skip i havnen i Kerrick.", true),
        ("no", "Jeg så at fyret i Kerrick var slukket.", false),
        ("no", "Til tross for tåken, forteller hun at skipet seilte.", false),
        ("no", "Kaptein Hale sier at han så fyret.", true),
        ("da", "Hun forlod havnen i Kerrick om natten.", false),
        ("da", "Færgen stødte på grund ved Kerrick.", true),
        ("ru", "Паром сел на мель у Керрика.", true),
        ("ru", "Она покинула порт Керрика ночью.", false),
        ("ru", "Этот суд решил закрыть порт.", false),
        ("ru", "Этой весной порт Керрика закроют на ремонт.", true),
        ("ru", "Здесь были капитан и лоцман порта.", false),
        ("ru", "Мы увидели, что маяк погас.", false),
        ("ru", "Старый паром с двумя трубами на 200 мест.", false),
        ("ru", "Керрик — самый старый порт на побережье.", true),
        ("ru", "Обещает новый причал к осени.", false),
        ("ru", "Ожидается, что порт откроют осенью.", true),
        ("ru", "То есть порт Керрика опять закрыт.", false),
        ("uk", "Вона залишила порт Керрика вночі.", false),
        ("uk", "Пором сів на мілину біля Керрика.", true),
        ("pl", "Prom osiadł na mieliźnie pod Kerrick.", true),
        ("pl", "Takich promów jest w Kerrick trzy.", false),
        ("pl", "Ta decyzja zaskoczyła port w Kerrick.", false),
        ("pl", "W tym roku port w Kerrick stracił dwa promy.", true),
        ("pl", "Zwłaszcza nad portem w Kerrick wisi mgła.", false),
        ("cs", "Tato loď opustila přístav v noci.", false),
        ("cs", "Přístav v Kerricku má dva trajekty a maják.", true),
        ("cs", "Trajekt uvázl na mělčině u Kerricku.", true),
        ("tr", "Feribot Kerrick açıklarında karaya oturdu.", true),
        ("tr", "Bu karar limanı şaşırttı.", false),
        ("tr", "Bu yıl Kerrick limanı iki gemi kaybetti.", true),
        ("tr", "Kerrick limanını bu sabah kapattık ve fenerleri söndürdük.", false),
        ("tr", "Denizcilerimiz limana güvenle dönebilir.", false),
        ("ar", "هذا القرار فاجأ ميناء كيريك.", false),
        ("ar", "غرقت العبارة قرب ميناء كيريك.", true),
        ("ar", "وقال إن الميناء مغلق منذ الربيع.", false),
        ("hi", "उसने रात में बंदरगाह छोड़ दिया।", false),
        ("hi", "नौका केरिक के पास डूब गई।", true),
        ("ja", "フェリーは霧の中でケリック沖の砂州に乗り上げた。", true),
        ("ja", "同社は来年の春に新しいフェリーを就航させる。", false),
        ("ja", "この決定は港の人々を驚かせた。", false),
        ("ja", "その船はケリックの港を夜中に離れたという話が残る。", false),
        ("ja", "船長は「灯台の明かりは見えなかった。", false),
        ("ja", "灯台の明かりがまた消えるのはなぜだろうか。", false),
        ("ja", "ケリックの港で続きを読むには会員登録が必要だ。", false),
        ("ja", "去年に続いて三度目となる港の封鎖を発表。", false),
        ("zh", "渡轮在大雾中撞上凯里克附近的沙洲搁浅。", true),
        ("zh", "他在夜里离开了凯里克的港口和灯塔。", false),
        ("zh", "我期待明年再次来到凯里克的港口。", false),
        ("zh", "凯里克与其他港口签署了新的航运协议。", true),
        ("zh", "该港口将于明年春天重新开放使用。", false),
        ("ko", "여객선은 짙은 안개 속에서 케릭 앞바다 모래톱에 좌초했다.", true),
        ("ko", "오랜 항해를 마친 케릭의 후보는 금요일 항구를 찾았다.", true),
        ("ko", "그는 밤에 케릭 항구를 조용히 떠났다고 한다.", false),
        ("ko", "이 항구는 내년 봄에 다시 문을 연다고 한다.", false),
        ("ko", "이 대표는 케릭 항구에서 선원들을 만나 위로했다.", true),
        ("ko", "안개 속에서 등대를 보지 못했기 때문이다.", false),
        ("es", "Hale remarca que ese faro seguirá apagado en invierno.", false),
        ("es", "Hale remarca que el faro de Kerrick ardió y que ese faro seguirá apagado.", true),
        ("es", "Algo que podría encajar en la reforma del puerto.", false),
        ("it", "Il tutto a poche ore dalla partenza per Kerrick.", false),
        ("fr", "Une demande formulée par l’ensemble des pilotes du port.", false),
        ("fr", "Une manière d’établir un contact avec les pilotes.", false),
        ("fr", "Une tempête a fermé le port de Kerrick.", true),
        ("fr", "Sous les voûtes du phare de Kerrick, ils ont fait connaissance.", false),
        ("pt", "Mande aí um retrato do farol para o pessoal de Kerrick.", false),
        ("ru", "Лодки у Керрика поставьте на якорь на ночь.", false),
        ("ru", "Натереть палубу маслом из лавки Керрика.", false),
        ("ru", "Натереть палубу смесью из масла, соли и золы Керрика.", false),
        ("ru", "Палубу парома в Керрике вымыть, высушить и натереть маслом за 30 минут.", false),
        ("ru", "Закрыть порт Керрика может только совет.", true),
        ("ru", "Последней каплей стало крушение парома у Керрика.", false),
        ("ja", "灯台の故障と判断される場合があります。", false),
        ("ja", "灯台の明かりは故障と判断される場合があります。", true),
        ("ko", "더구나 여객선은 케릭 앞바다에서 두 번이나 좌초했다.", false),
        ("ko", "안개 속에서 항구의 등대를 지키기 힘들어서다.", false),
        ("ko", "어쩔 수 없이 이 등대의 불빛은 선장의 몫이었다.", false),
        ("ko", "헤일 선장은 케릭에서 이 대표를 만나 위로했다.", true),
        ("es", "7) El faro de Kerrick en una caja de tres piezas.", false),
        ("es", "El puerto de Kerrick en 36 etapas: *solo cuentan los barcos.", false),
    ]
    .into_iter()
    .filter(|(tag, sentence, stands)| kept(tag, sentence).is_some() != *stands);
    assert_eq!(wrong.collect::<Vec<_>>(), []);
}

#[test]
fn what_only_joins_is_left_out() {
    for (tag, sentence, expected) in [
        ("es", "Sin embargo, el puerto sigue cerrado.", "el puerto sigue cerrado."),
        ("es", "Cabe destacar que el puerto sigue cerrado.", "el puerto sigue cerrado."),
        ("es", "Por otro lado, además, el puerto sigue cerrado.", "el puerto sigue cerrado."),
        ("pt", "No entanto, o porto segue fechado.", "o porto segue fechado."),
        ("it", "D’altra parte, il porto resta chiuso.", "il porto resta chiuso."),
        ("fr", "D’ailleurs, le port reste fermé.", "le port reste fermé."),
        ("no", "Men havnen i Kerrick er stengt.", "havnen i Kerrick er stengt."),
        ("no", "Likevel er havnen i Kerrick stengt.", "Likevel er havnen i Kerrick stengt."),
        ("ru", "Однако порт Керрика закрыт.", "порт Керрика закрыт."),
        ("ru", "Кроме того, порт Керрика закрыт.", "порт Керрика закрыт."),
        ("pl", "Z kolei port w Kerrick jest zamknięty.", "port w Kerrick jest zamknięty."),
        (
            "es",
            "Cabe recordar que el puerto cerró, y que el faro ardió.",
            "Cabe recordar que el puerto cerró, y que el faro ardió.",
        ),
        ("tr", "Ancak iskele kapalı kalacak.", "Ancak iskele kapalı kalacak."),
        ("tr", "Öte yandan liman kapalı kalacak.", "liman kapalı kalacak."),
        ("ja", "しかし、港は閉まったままだ。", "港は閉まったままだ。"),
        ("zh", "此外，港口仍然关闭。", "港口仍然关闭。"),
        ("ko", "하지만 항구는 여전히 닫혀 있다.", "항구는 여전히 닫혀 있다."),
        ("ko", "또다시 항구는 닫혔다.", "또다시 항구는 닫혔다."),
    ] {
        let found = of(Some(tag)).unwrap().without_joints(sentence, Span::whole(sentence));
        assert_eq!(found.slice(sentence), Some(expected), "{sentence}");
    }
}

#[test]
fn what_only_joins_inside_a_sentence_is_left_out() {
    for (tag, sentence, expected) in [
        ("es", "Los pilotos reclaman, además, un faro nuevo.", "Los pilotos reclaman un faro nuevo."),
        ("es", "Si ardió, como dicen, además, el faro caerá.", "Si ardió, como dicen, el faro caerá."),
        ("es", "Hale dijo: «Quiero, además, un faro nuevo».", "Hale dijo: «Quiero, además, un faro nuevo»."),
        ("es", "El faro, rojo y alto, cayó.", "El faro, rojo y alto, cayó."),
        ("fr", "Le phare, par ailleurs, reste éteint.", "Le phare reste éteint."),
        ("fr", "Le port a également perdu deux navires.", "Le port a perdu deux navires."),
        ("fr", "Le port, mais également le phare, est fermé.", "Le port, mais également le phare, est fermé."),
        ("es", "El puerto perdió también dos barcos.", "El puerto perdió dos barcos."),
        ("es", "No solo el puerto sino también el faro cerró.", "No solo el puerto sino también el faro cerró."),
        ("pt", "O porto perdeu também dois navios.", "O porto perdeu dois navios."),
        ("pl", "Hale zapewnił też, że latarnia działa.", "Hale zapewnił, że latarnia działa."),
        ("pl", "Latarnia zgasła także dlatego, że wiało.", "Latarnia zgasła także dlatego, że wiało."),
        ("ru", "Хейл сообщил также, что маяк погас.", "Хейл сообщил, что маяк погас."),
        ("ru", "Маяк и паром, а также порт закрыты.", "Маяк и паром, а также порт закрыты."),
    ] {
        let mut left = sentence.to_owned();
        for (span, instead) in of(Some(tag)).unwrap().asides(sentence) {
            left.replace_range(span.start().bytes()..span.end().bytes(), instead);
        }
        assert_eq!(left, expected);
    }
}

#[test]
fn a_caption_is_known_by_whose_picture_it_is() {
    let sentence = "헤일 선장이 29일 케릭 항구에서 인사하고 있다.";
    for (behind, caption) in [(" 연합뉴스", true), (" 김등대 기자", true), ("", false), (" 등대는 꺼져 있었다.", false)]
    {
        let paragraph = format!("{sentence}{behind}");
        assert_eq!(of(Some("ko")).unwrap().is_caption(&paragraph, Span::whole(sentence)), caption, "{paragraph}");
    }
}

#[test]
fn whom_a_sentence_credits_is_found() {
    for (tag, sentence, speaker) in [
        ("pt", "Um disse que o farol estava apagado.", None),
        ("pl", "Wczoraj minister Tom Hale powiedział, że latarnia działa.", Some("minister Tom Hale")),
        ("it", "Al momento, spiega il capitano, il faro è spento.", Some("il capitano")),
        ("sv", "Fyren var släckt, säger Tom Hale till tidningen.", Some("Tom Hale")),
        ("sv", "Tom Hale säger att fyren var släckt.", Some("Tom Hale")),
        ("no", "– Fyret var slukket, sier en trøtt Hale til avisen.", Some("Hale")),
        ("no", "Ifølge Tom Hale var fyret slukket.", Some("Tom Hale")),
        ("da", "Færgen er sunket, siger Tom Hale.", Some("Tom Hale")),
        ("da", "Færgen er sunket, siger hun.", None),
        ("ru", "Маяк погас, заявил Том Хейл.", Some("Том Хейл")),
        ("ru", "Капитан Том Хейл сообщил, что маяк погас.", Some("Капитан Том Хейл")),
        ("ru", "Он сообщил, что маяк погас.", None),
        ("pl", "– Latarnia zgasła – mówi „Kurierowi” Tom Hale, kapitan.", Some("Tom Hale")),
        ("pl", "Tom Hale zapowiedział, że latarnia zgaśnie.", Some("Tom Hale")),
        ("cs", "Tom Hale řekl, že maják zhasl.", Some("Tom Hale")),
        ("tr", "Kaptan Tom Hale, fenerin söndüğünü söyledi.", Some("Kaptan Tom Hale")),
        ("tr", "Fenerin söndüğünü belirten Hale, limanın kapalı olduğunu ifade etti.", Some("Hale")),
        ("tr", "Tom Hale'e göre fener sönmüştü.", Some("Tom Hale")),
        ("es", "Según los primeros indicios, el faro estaba apagado.", None),
        ("es", "El faro estaba apagado, dijo Tom Hale en Kerrick.", Some("Tom Hale")),
        ("es", "El faro estaba apagado, dijo ella.", None),
        ("ja", "港湾局によると、灯台の明かりは消えていた。", Some("港湾局")),
        ("ja", "ヘイル船長は「灯台は消えていた」と述べた。", Some("ヘイル船長")),
        ("ja", "同氏は「灯台は消えていた」と述べた。", None),
        ("zh", "港务局长黑尔表示，灯塔早已熄灭。", Some("港务局长黑尔")),
        ("zh", "他表示，灯塔早已熄灭。", None),
        ("ko", "항만청에 따르면 등대는 꺼져 있었다.", Some("항만청")),
        ("ko", "헤일 선장은 \"등대가 꺼져 있었다\"고 말했다.", Some("헤일 선장")),
        ("ar", "قال توم هيل إن المنارة انطفأت.", Some("توم هيل")),
        ("ar", "وقال إن المنارة انطفأت.", None),
        ("hi", "टॉम हेल ने बताया कि प्रकाशस्तंभ बुझ गया था।", Some("टॉम हेल")),
        ("es", "El faro «está apagado», dice la jefa del Consejo de Kerrick.", Some("la jefa del Consejo de Kerrick")),
        ("es", "Hale remarca que el faro estaba apagado.", Some("Hale")),
        ("es", "La ley dice que el faro debe estar encendido.", None),
        ("es", "En Kerrick dicen que el faro estaba apagado.", None),
        ("fr", "Mme Hale a fait valoir au maire qu’« il ne peut pas éteindre le phare ».", Some("Mme Hale")),
        ("fr", "La directrice de la CKP affirme avoir éteint le phare.", Some("La directrice de la CKP")),
        ("fr", "« Le phare est éteint depuis la nuit », juge Mme Hale.", Some("Mme Hale")),
        ("it", "Tom Hale ha spiegato che il faro era spento.", Some("Tom Hale")),
        ("pl", "Media z Kerrick informowały w niedzielę, że latarnia zgasła.", Some("Media z Kerrick")),
        ("pl", "„Latarnia zgasła w nocy” – napisał wcześniej Tom Hale w liście.", Some("Tom Hale")),
        ("pl", "Jak podaje agencja KPA, latarnia zgasła.", Some("agencja KPA")),
        ("pl", "Dziennik „Kurier”, z którym rozmawiał Hale, podawał, że latarnia zgasła.", None),
        ("ja", "港の新聞「ケリック・ポスト」によると、灯台は消えていた。", Some("ケリック・ポスト")),
        ("ja", "ヘイル氏も14日の声明で、灯台は消えていたと明らかにし、再開への期待を示した。", Some("ヘイル氏")),
        (
            "ja",
            "霧の中で座礁したフェリーの事故を半年にわたって調べている港の調査委員長は「灯台は消えていた」と語った。",
            Some("港の調査委員長"),
        ),
        ("ja", "灯台が消えた際は、船を止めることができるとしている。", None),
        ("ko", "헤일 선장 측은 등대가 꺼져 있었다는 점을 거듭 강조한다.", Some("헤일 선장 측")),
        ("en", "The light was out, Tom Hale said.", Some("Tom Hale")),
    ] {
        let found = credited(Some(tag), sentence).and_then(|found| found.speaker.slice(sentence));
        assert_eq!(found, speaker, "{tag}: {sentence}");
    }
}
