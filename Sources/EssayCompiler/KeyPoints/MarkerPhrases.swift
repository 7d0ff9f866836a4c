/// The phrases behind each marker, in folded characters (Simplified, lower case), divided by `|`.
enum MarkerPhrases {
  static let chinese: [(Marker, String)] = [
    (.copula, "是|乃|乃是|即是|便是|则是|也是|又是|都是|均是|皆是|就是|亦是|仍是|仍然是|属于|系|乃为"),
    (
      .essence,
      "就在于|在于|关键在于|核心在于|根本在于|原因在于|实质是|本质是|根本原因是|根本原因就是|主要原因是|原因是|源泉是|核心是|关键是|根本是|目的是|目标是|任务是|归根到底是|归根结底是|说到底是|就是要|其实就是|实质上是|本质上是|根本上是|基础是|前提是|重点是|意义在于|特点是|标志是|源泉则是|主体是|途径是|方法是|办法是|责任是|要害是|宗旨是|灵魂是|精髓是|取决于"
    ),
    (.because, "因为|由于|是因为|就是因为|因|缘于|鉴于|正因为|还因为|只因|盖因"),
    (.causeOf, "源于|来自|来自于|来源于|源自|起源于|始于|出于|归因于|归功于|得益于|起因于|根源于|取自|发源于|植根于|基于|依靠|依赖于|有赖于|离不开"),
    (.therefore, "是故|是以|因此|所以|因而|故而|于是|从而|以致|以至于|致使|由此|这样一来"),
    (.leadsTo, "导致|造成|引起|引发|使得|引致|促成|带来|招致|产生|促进了|推动了|奠定了|形成了|促使|加速了|催生了|有力遏制了|避免|防止|以免|遏制了"),
    (.purpose, "为了|旨在|以便|用以|用于|借以|目的在于|为的是|为经受住|意在|以期|力求"),
    (.takeAs, "把|将|以|视|用|拿"),
    (
      .asRole,
      "作为|为|当作|当做|看作|看做|看成|视为|转换为|转化为|称为|变成|变为|转变为|归结为|定为|列为|分为|划分为|转换成|转化成|建设成|当成|奉为|化为|译为|改为|升格为|确定为|称之为|比作|比喻为|喻为|改名为|命名为|放在|置于|融入|贯彻到|纳入|落实到|深深植根于|运用于|应用于|转送至|送至|推向|引向"
    ),
    (
      .naming,
      "称为|称它为|称其为|称之为|叫它|叫|叫做|叫作|称作|称之为|名为|又称|又称为|又名|亦称|也称|也称为|也叫|简称|简称为|俗称|即|所谓|通称|谓之|被称为|被誉为|誉为|号称|人称|史称|别名|旧称|古称|美称|统称|统称为|合称|并称|命名为|取名|得名|改称|别称|曰|之谓"
    ),
    (
      .says,
      "指出|认为|强调|提出|说|写道|说道|曰|云|主张|宣布|声称|告诉我们|表明|证明|得出一个结论|要求|表示|提到|声明|断言|宣称|看到|意识到|指的是|是指|意味着|反映的是|反映的也是|体现了|体现的是|反映了|标志着|说明|象征着|代表着|象征"
    ),
    (.onlyIf, "只有|唯有|惟有|除非|必须|只要|一旦"),
    (.onlyThen, "才能|才会|才可以|才|方能|方可|才可能|才可|始能"),
    (.ifCondition, "如果|假如|若|倘若|要是|若是|如若|假使|倘"),
    (.must, "必须|务必|务须|应当|应该|应|要|需要|需|须|不得不|力争|坚持|着力|努力|致力于"),
    (.notBut, "不是|并非|不在于|并不是|绝不是|不仅|不但|不仅仅|不只|非但|不光|不单|既|既是|与其|不但要|不仅要|不仅是"),
    (.butRather, "而是|而在于|而且|还|也|更|也是|还是|又|而且要|也要|还要|更是|更要|不如|莫若|莫如|宁可|而且是"),
    (.negation, "不能|不可能|不可|不会|不应|不得|不必|没有|无法|未能|不|未|绝不|从不|决不|从未|毫不|并不|并未|难以"),
    (.differs, "区别于|不同于|有别于|胜过|优于|高于|低于|多于|少于|大于|小于|超过|相当于|等于|不等于|远低于|远高于|相同|不如|类似于|有异于|异于"),
    (.consistsOf, "由|包括|包含|分为|组成|构成|包括了|涵盖|分成|囊括|共有|共分"),
    (.include, "例如|比如|诸如|譬如|包括|如|像|即|有|主要有|分别是|分别为|主要包括|主要是"),
    (
      .becomes,
      "成为|变成|成为了|形成|形成了|建立了|建立|创立|创立了|创建|创建了|发明|发明了|发现|发现了|取得了|获得了|夺取了|赢得了|开创|开创了|奠定|提出了|采用|采用了|采|实现|实现了|使用|利用|拥有|具有|具备|带有|担任|出任|获得|获|设立|设有|设|成立|出版|发表|发表了|颁布|制定|制定了|位于|坐落于|坐落在|隶属|隶属于|隶属于|占|达|高达|约|生于|出生于|卒于|逝世于|毕业于|就读于|任|改编自|译自|取材自|师从|主演|执导|著有|主要由|覆盖|流经|连接|面积|人口|海拔|受到|遭到|进入|发明于|建于|始建于|兴建|修建|提供|需要|产生|保持|维持"
    ),
    (.through, "面对|随着|通过|透过|经过|借助|借着|凭借|依靠|利用|运用|藉由|经由|采取|按照|根据|靠"),
  ]

  static let latin: [(Marker, String)] = [
    (
      .copula,
      "is|are|was|were|becomes|became|remains|remain|remained|has been|have been|will be|would be|can be|is also|was also|are also|is not|was not|are not"
    ),
    (
      .because,
      "because|because of|due to|owing to|thanks to|since|as a result of|on account of|for the reason that"
    ),
    (
      .causeOf,
      "caused by|resulting from|results from|result from|resulted from|derives from|derived from|stems from|comes from|came from|come from|arises from|based on|depends on|depend on|driven by|attributed to|led by|founded by|written by|created by|made by|discovered by|invented by|developed by|managed by|followed by|replaced by|made of|composed of|consists of|consisted of|consist of|originated in"
    ),
    (.therefore, "therefore|thus|hence|consequently|as a result|accordingly|so that"),
    (
      .leadsTo,
      "leads to|led to|lead to|results in|resulted in|result in|causes|caused|cause|produces|produced|ensures|ensure|ensured|allows|allowed|allow|enables|enabled|enable|makes|creates|prevents|prevented|prevent|reduces|reduce|increases|improves|improve|requires|require|required|determines|provides|provide|provided|defines|define|means|supports|support|contains|contain|gives|gave|give|forms|form|formed|serves as|served as|acts as|brings|brought|helps|keeps|keep"
    ),
    (
      .purpose,
      "in order to|so as to|intended for|intended to|designed to|used to|used for|aimed at|for the purpose of|with the aim of|to avoid|to prevent|to ensure"
    ),
    (
      .asRole,
      "as a|as an|as the|regarded as|considered as|considered|seen as|known to be|serve as|serves as|used as|viewed as|described as|treated as|thought of as|recognized as|elected as|defined as|classified as"
    ),
    (
      .naming,
      "called|known as|named|termed|referred to as|so-called|dubbed|labelled|labeled|nicknamed|is called|are called|also called|also known as|known|coined|titled|entitled|under the name"
    ),
    (
      .says,
      "argues that|argued that|says that|said that|shows that|showed that|states that|stated that|claims that|claimed that|wrote that|suggests that|suggested that|found that|believed that|believes that|holds that|maintains that|concluded that|means that|demonstrated that|proposed that|proposed|argued|concluded"
    ),
    (.onlyIf, "only if|only when|only by|unless|until|provided that|as long as|not until"),
    (.ifCondition, "if|when|whenever|once"),
    (.must, "must|should|need to|needs to|ought to|has to|have to|cannot|can not|will"),
    (
      .notBut,
      "not only|rather than|instead of|not|unlike|whereas|while|although|though|despite|in contrast to|as opposed to"
    ),
    (.butRather, "but also|but rather|but|rather|instead|on the contrary|in contrast|however"),
    (
      .include,
      "such as|including|for example|for instance|includes|include|included|like|namely|e.g.|especially"
    ),
    (
      .becomes,
      "has|have|had|created|founded|established|invented|discovered|introduced|developed|published|won|built|wrote|received|formed|designed|offers|offer|offered|follows|follow|followed|uses|use|used|holds|held|takes|took|became|made|began|started|reached|covers|covered|lost|gained|adopted|replaced|appointed|elected|married|joined|signed|passed|issued|launched|released|located in|born in|died in"
    ),
    (.through, "by|through|using|via|by means of|with the help of"),
  ]
}
