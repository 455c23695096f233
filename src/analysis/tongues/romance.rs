//! What leans, addresses and credits in Spanish, Portuguese, Italian and French. Refuses to hold anything but tables.

use super::table::Table;

pub(super) const SPANISH: Table = Table {
    tag: "es",
    pointers: "allí ahí aquí allá entonces luego ambos ambas le les tal tales dicho dicha dichos dichas tampoco incluso ello \
        otro otra otros otras así pues también seguidamente acto",
    adverbs: "después antes posteriormente anteriormente además aparte",
    later: "después antes",
    loose: "el mismo, la misma, los mismos, las mismas, el primero, el segundo, la primera, la segunda, el otro, la otra, \
        es decir, o sea, por ejemplo, lo mismo, lo anterior, como consecuencia, a pesar de ello, por esta, por este, \
        una vez allí, a partir de ahí, en su lugar, desde entonces, hasta entonces, para ello, con ello, de ahí, \
        por lo que, todo ello, todo esto, todo eso, tras ello, uno de ellos, una de ellas, fruto de este, fruto de esta, respecto a, a los pocos, \
        a las pocas, poco después, no sólo eso, no solo eso, de ellos, de ellas, fue entonces",
    expletives: "es importante, es posible, es necesario, es probable, es imposible, es preciso, era posible, fue necesario, \
        está previsto, está prohibido",
    demonstratives: "este esta estos estas ese esa esos esas aquel aquella aquellos aquellas esto eso aquello",
    times: "semana mes año años meses semanas lunes martes miércoles jueves viernes sábado domingo mañana tarde noche \
        madrugada verano otoño invierno primavera temporada fin curso siglo navidad",
    subjects: "él ella ellos ellas",
    possessives: "su sus suyo suya suyos suyas",
    personal: "yo me mí mi mis nosotros nosotras nos nuestro nuestra nuestros nuestras somos estamos tenemos vamos hemos \
        podemos queremos debemos hacemos sabemos vemos creemos seguimos vivimos decimos fuimos éramos íbamos estábamos \
        teníamos habíamos podíamos creo pienso quiero estoy tengo soy conmigo",
    addressed: "tú te ti tu tus usted ustedes vosotros os vuestro vuestra puedes quieres debes tienes necesitas contigo",
    verb_first: "es era fue son eran fueron está están estaba estaban ha han había habían tiene tenía tuvo hizo dijo será \
        serán sería podría puede pudo llegó recibía recibió explica añade afirma asegura señala recuerda destaca",
    verb_ends: &["ó"],
    joints: "sin embargo, no obstante, además, por otro lado, por otra parte, por su parte, por tanto, por lo tanto, así, \
        así pues, en cambio, de hecho, en efecto, en definitiva, ahora bien, asimismo, también, finalmente, por último, \
        mientras tanto, a su vez, en este sentido, en ese sentido, al respecto, por ello, por eso, aun así, con todo, \
        de este modo, de esta manera, de esta forma, en concreto, pero, y, entonces, pues bien, en consecuencia, \
        del mismo modo, igualmente, en esta ocasión, eso sí, en todo caso, en cualquier caso, en primer lugar, \
        en segundo lugar",
    bare: "pero, y, cabe destacar que, cabe recordar que, cabe señalar que, hay que recordar que, conviene recordar que",
    page: &[
        "haz clic",
        "haga clic",
        "pincha aquí",
        "suscríbete",
        "suscríbase",
        "síguenos",
        "comparte esta",
        "lee también",
        "te puede interesar",
        "newsletter",
        "foto:",
        "(foto",
        "este artículo",
        "este reportaje",
        "regístrate",
        "todos los derechos",
        "nuestro canal",
        "más información en",
        "política de privacidad",
    ],
    bidding: "añade mezcla cocina corta vierte agrega hornea coloca sirve deja pon haz lee mira descubre consulta conoce \
        recuerda comprueba elige utiliza sofríe bate pela precalienta reserva añadir mezclar cocinar remover",
    saying: "dice dicen dijo dijeron afirma afirman afirmó explica explicó asegura aseguran aseguró señala señaló indica \
        indicó remarca remarcó destaca destacó subraya subrayó insiste insistió considera consideró considera cree comenta \
        comentó denuncia denunció advierte advirtió reconoce reconoció sostiene sostuvo añade añadió anuncia anunció \
        declara declaró recuerda recordó apunta apuntó informa informó confirma confirmó",
    that: "que",
    unnamed: "indicios pesquisas datos informaciones dicen parece explica explicó explicaron indica indicó indicaron \
        señala señaló afirma afirmó apunta apuntó querella informa informó ha han lo",
    way: super::table::Way::Usual,
    ..Table::NONE
};

pub(super) const PORTUGUESE: Table = Table {
    tag: "pt",
    pointers: "ali aí aqui lá então depois ambos ambas lhe lhes tal tais outro outra outros outras assim também isso isto \
        aquilo nisso disso daí onde só",
    adverbs: "posteriormente anteriormente além antes",
    later: "depois antes",
    loose: "mesmo assim, o mesmo, a mesma, os mesmos, as mesmas, o primeiro, o segundo, ou seja, por exemplo, desde então, até então, \
        por isso, para isso, com isso, além disso, apesar disso, em seguida, logo depois, um deles, uma delas, \
        só que, pois bem, tudo isso, nada disso, isto é, no dia seguinte, na ocasião, na época, \
        a seguir",
    expletives: "é preciso, é possível, é necessário, é importante, é proibido, é provável, foi preciso",
    demonstratives: "este esta estes estas esse essa esses essas aquele aquela aqueles aquelas neste nesta nestes nestas \
        nesse nessa nesses nessas naquele naquela deste desta destes destas desse dessa desses dessas isto isso aquilo \
        nisso disso",
    times: "semana mês ano anos meses semanas segunda terça quarta quinta sexta segunda-feira terça-feira quarta-feira \
        quinta-feira sexta-feira sábado domingo manhã tarde noite madrugada verão outono inverno primavera temporada \
        século natal fim final",
    subjects: "ele ela eles elas",
    possessives: "seu sua seus suas dele dela deles delas",
    personal: "eu me mim meu minha meus minhas nós nosso nossa nossos nossas somos estamos temos vamos podemos \
        queremos devemos fazemos sabemos vemos achamos vivemos fomos estávamos tínhamos acho quero estou tenho sou fico \
        espero posso comigo conosco",
    addressed: "você vocês te ti tu teu tua vós vosso vossa",
    verb_first: "é era foi são eram foram está estão estava estavam tem têm tinha teve fez disse será serão seria pode podia \
        vai explica acrescenta afirma",
    verb_ends: &["ou"],
    joints: "no entanto, porém, contudo, todavia, entretanto, além disso, por outro lado, por sua vez, portanto, assim, \
        assim sendo, de fato, de facto, afinal, também, finalmente, por fim, por último, enquanto isso, nesse sentido, \
        neste sentido, por isso, mesmo assim, ainda assim, desta forma, dessa forma, desse modo, deste modo, mas, e, então, \
        pois bem, em contrapartida, da mesma forma, igualmente, na verdade, aliás, com isso",
    bare: "mas, e, porém, vale lembrar que, vale destacar que, vale ressaltar que, cabe lembrar que",
    page: &[
        "clique aqui",
        "clique no",
        "receba em",
        "receba no",
        "inscreva-se",
        "assine",
        "siga-nos",
        "siga o",
        "leia também",
        "leia mais",
        "veja também",
        "comentários com",
        "comentário",
        "deixe suas",
        "deixe seu",
        "newsletter",
        "foto:",
        "(foto",
        "este artigo",
        "esta matéria",
        "cadastre-se",
        "saiba mais",
        "todos os direitos",
        "moderador",
        "atenção:",
        "um forte abraço",
        "um abraço",
        "a gente ",
        "até a próxima",
        "compartilhe",
        "obrigado por",
    ],
    bidding: "mande mandem assista assistam acompanhe acompanhem vejam receba veja confira leia acesse adicione misture coloque deixe sirva asse corte acrescente leve faça descubra \
        conheça aproveite baixe experimente lembre evite use escolha",
    saying: "disse afirmou explicou declarou informou acrescentou garantiu destacou lembrou anunciou",
    that: "que",
    unnamed: "dados informações indícios diz disse informou informa explica explicou afirma afirmou",
    way: super::table::Way::Usual,
    ..Table::NONE
};

pub(super) const ITALIAN: Table = Table {
    tag: "it",
    pointers: "lì là qui qua allora poi così ciò quindi dunque perciò entrambi entrambe tale tali inoltre anche altrettanto \
        infatti insomma intanto ecco ne ci altri altre ovvero cioè anzi",
    adverbs: "dopo prima successivamente precedentemente oltre",
    later: "dopo prima",
    loose: "il tutto, lo stesso, la stessa, gli stessi, le stesse, il primo, il secondo, da allora, fino ad allora, per questo, per \
        esempio, ad esempio, uno di loro, una di loro, in seguito, vale a dire, da qui, da lì, al loro, al suo, subito dopo, tornando a, tornando al, tornando alla, \
        poco dopo, nel frattempo, oltre a ciò, a tal, in tal, gli altri, le altre",
    expletives: "è possibile, è necessario, è importante, è stato annunciato, è probabile, è vietato, ci sono, ci sarà, ci \
        saranno, c è, c era, c erano",
    demonstratives: "questo questa questi queste quest quello quella quelli quelle quel quell quei quegli ciò costui costoro",
    times: "settimana mese anno anni mesi settimane lunedì martedì mercoledì giovedì venerdì sabato domenica mattina \
        mattino pomeriggio sera notte estate autunno inverno primavera stagione secolo natale fine weekend",
    subjects: "lui lei egli ella essi esse loro",
    possessives: "suo sua suoi sue loro",
    personal: "io mi me mio mia miei mie noi nostro nostra nostri nostre siamo abbiamo stiamo andiamo possiamo vogliamo \
        dobbiamo facciamo sappiamo vediamo crediamo diciamo eravamo avevamo credo penso voglio posso ho",
    addressed: "tu ti te tuo tua tuoi tue voi vi vostro vostra vostri vostre puoi devi vuoi",
    verb_first: "è era sono erano ha hanno aveva avevano fu furono sarà saranno sarebbe può disse spiega aggiunge racconta \
        ricorda",
    verb_ends: &["ò"],
    joints: "tuttavia, inoltre, però, ma, e, quindi, dunque, perciò, infatti, insomma, intanto, nel frattempo, d altra parte, \
        d altronde, in realtà, del resto, per questo, per quanto riguarda, infine, in particolare, di conseguenza, allo \
        stesso modo, a sua volta, dal canto suo, da parte sua, invece, anche, al contrario, pertanto, ovviamente, \
        naturalmente, certo, così, alla fine",
    bare: "ma, e, però, intanto, inoltre, va ricordato che, da ricordare che, va detto che",
    page: &[
        "clicca qui",
        "clicca sul",
        "iscriviti",
        "abbonati",
        "seguici",
        "leggi anche",
        "leggi tutto",
        "newsletter",
        "foto:",
        "(foto",
        "questo articolo",
        "riproduzione riservata",
        "scopri di più",
        "per saperne di più",
        "condividi",
        "lascia un commento",
    ],
    bidding: "aggiungi aggiungete mescola mescolate versa versate cuoci cuocete taglia tagliate unite unisci servite servi \
        lasciate lascia mettete metti scopri leggi guarda provate prova ricordate evitate scegliete utilizzate preparate",
    saying: "dice dicono disse spiega afferma sostiene racconta ricorda aggiunge sottolinea ribadisce commenta dichiara \
        annuncia conferma ammette precisa osserva scrive denuncia detto spiegato affermato dichiarato sottolineato \
        annunciato ribadito aggiunto precisato confermato raccontato",
    that: "che",
    unnamed: "dati indiscrezioni informazioni quanto me lui lei tempo anno posto",
    way: super::table::Way::Usual,
    ..Table::NONE
};

pub(super) const FRENCH: Table = Table {
    tag: "fr",
    pointers: "il elle ils elles ce c cela ça ceci celui celle ceux celles lui leur leurs son sa ses y là ainsi alors \
        tel telle tels telles cependant puis ensuite aussi autre autres or donc \
        eux enfin certes pourtant toutefois néanmoins ici on",
    adverbs: "auparavant",
    later: "auparavant",
    loose: "le tout, le même, la même, les mêmes, le premier, le second, la première, par exemple, plus tard, peu après, c est, d où, \
        depuis lors, dès lors, à cela, pour cela, avec cela, entre temps, les deux hommes, les deux femmes, ces derniers, \
        cette dernière, ce dernier, l un d, l une d, tous deux, toutes deux, l autre, les autres, et d, après cela, de quoi, \
        en effet, de même",
    expletives: "il y a, il n y, il est possible, il est interdit, il est nécessaire, il existe, ce que, ce qui, ce qu, ce dont",
    demonstratives: "ce cet cette ces cela ça ceci",
    times: "semaine mois année ans week lundi mardi mercredi jeudi vendredi samedi dimanche matin soir nuit midi été automne \
        hiver printemps saison siècle fin",
    subjects: "il elle ils elles",
    openings: "sous dans à en après avant depuis pendant avec pour lors sur",
    possessives: "son sa ses leur leurs",
    personal: "je j me moi mon ma mes nous notre nos",
    addressed: "vous votre vos tu te toi ton ta tes",
    joints: "cependant, toutefois, néanmoins, pourtant, par ailleurs, en outre, de plus, mais, et, or, donc, ainsi, aussi, en \
        effet, en revanche, au contraire, d ailleurs, d autre part, d un autre côté, de son côté, de leur côté, à son tour, \
        enfin, finalement, pour autant, en fait, par conséquent, dans le même temps, au final, du coup, autrement dit, \
        en attendant, bref, certes, de même, bien sûr",
    bare: "mais, et, or, reste que, à noter que",
    page: &[
        "cliquez ici",
        "cliquez sur",
        "abonnez-vous",
        "inscrivez-vous",
        "suivez-nous",
        "lire aussi",
        "à lire aussi",
        "newsletter",
        "photo:",
        "photo :",
        "(photo",
        "cet article",
        "tous droits réservés",
        "sont à suivre ici",
        "toutes les infos",
        "retrouvez",
        "partagez",
        "en savoir plus",
        "pour ne rien rater",
    ],
    bidding: "ajoutez mélangez versez coupez servez laissez mettez découvrez lisez regardez faites évitez choisissez préparez \
        enfournez retrouvez cliquez suivez profitez pensez",
    saying: "dit affirme affirment affirmé explique expliqué indique indiqué déclare déclaré estime estimé précise précisé \
        assure assuré souligne souligné ajoute ajouté annonce annoncé rappelle rappelé raconte raconté confie confié avertit \
        prévient insiste déplore déploré conclut juge jugé dénonce dénoncé regrette admet reconnaît reconnu valoir promet \
        promis soutient",
    that: "que avoir être",
    unnamed: "lui elle eux moi données informations",
    way: super::table::Way::Usual,
    ..Table::NONE
};
